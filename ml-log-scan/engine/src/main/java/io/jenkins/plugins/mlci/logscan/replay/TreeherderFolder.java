package io.jenkins.plugins.mlci.logscan.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Logs of Mozilla's CI with the lines that Treeherder's own parser marks as errors, in {@code .logview.json} beside them. Their numbers
 * count from 0.
 */
final class TreeherderFolder {
    private static final String END = ".logview.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private TreeherderFolder() {}

    static List<LogCase> read(Path root) throws IOException {
        List<LogCase> cases = new ArrayList<>();
        for (Path file : LogFiles.ending(root.resolve("logs"), END)) {
            String name = file.getFileName().toString().replace(END, "");
            Path log = file.resolveSibling(name + ".log.gz");
            if (!Files.exists(log)) {
                continue;
            }
            List<LineLabels.Range> errors = new ArrayList<>();
            for (JsonNode error : JSON.readTree(file.toFile()).path("errors")) {
                long line = error.path("linenumber").asLong() + 1;
                errors.add(new LineLabels.Range(line, line));
            }
            cases.add(new LogCase(
                    "treeherder",
                    "mozilla",
                    name,
                    () -> LogFiles.read(log),
                    List.of(),
                    new LineLabels(true, errors, errors, List.of()),
                    "",
                    true));
        }
        return cases;
    }
}
