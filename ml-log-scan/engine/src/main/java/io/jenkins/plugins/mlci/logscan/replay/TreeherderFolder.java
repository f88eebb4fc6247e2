package io.jenkins.plugins.mlci.logscan.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Logs of Mozilla's CI with the lines that Treeherder's own parser marks as errors, in {@code .logview.json} beside them. Their numbers
 * count from 0; in most logs a lone {@code \r} ends a line, in some it does not, which their texts tell.
 */
final class TreeherderFolder {
    private static final String END = ".logview.json";
    private static final int START = 60;
    private static final ObjectMapper JSON = new ObjectMapper();

    private TreeherderFolder() {}

    static List<LogCase> read(Path root) throws IOException {
        List<LogCase> cases = new ArrayList<>();
        for (Path file : LogFiles.ending(root.resolve("logs"), END)) {
            String name = String.valueOf(file.getFileName()).replace(END, "");
            Path log = file.resolveSibling(name + ".log.gz");
            if (!Files.exists(log)) {
                continue;
            }
            JsonNode marked = JSON.readTree(file.toFile()).path("errors");
            List<LineLabels.Range> errors = new ArrayList<>();
            for (JsonNode error : marked) {
                long line = error.path("linenumber").asLong() + 1;
                errors.add(new LineLabels.Range(line, line));
            }
            boolean newlines = countsNewlines(new String(LogFiles.read(log), StandardCharsets.UTF_8), marked);
            cases.add(new LogCase(
                    "treeherder",
                    "mozilla",
                    name,
                    () -> LogFiles.read(log),
                    List.of(),
                    new LineLabels(newlines, errors, errors, List.of()),
                    "",
                    true));
        }
        return cases;
    }

    /** Whether more of the marked lines stand where they should when only {@code \n} ends a line. */
    private static boolean countsNewlines(String log, JsonNode marked) {
        return found(log.split("\n", -1), marked) > found(log.split("\r\n|\n|\r", -1), marked);
    }

    private static int found(String[] lines, JsonNode marked) {
        int found = 0;
        for (JsonNode error : marked) {
            int line = error.path("linenumber").asInt(-1);
            String text = error.path("line").asText();
            String start = text.substring(0, Math.min(START, text.length()));
            found += line >= 0 && line < lines.length && lines[line].contains(start) ? 1 : 0;
        }
        return found;
    }
}
