package io.jenkins.plugins.mlci.logscan.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The cases of LogDx-CI: {@code raw.log} and {@code ground_truth.json} with required signals, their importance and the lines that are
 * evidence of each. Signals are the critical ones; errors are the lines of all signals.
 */
final class LogDxFolder {
    private static final ObjectMapper JSON = new ObjectMapper();

    private LogDxFolder() {}

    static List<LogCase> read(Path root) throws IOException {
        List<LogCase> cases = new ArrayList<>();
        for (Path folder : LogFiles.foldersWith(root, "ground_truth.json", 6)) {
            Path log = folder.resolve("raw.log");
            if (!Files.exists(log)) {
                continue;
            }
            JsonNode truth = JSON.readTree(folder.resolve("ground_truth.json").toFile());
            List<LineLabels.Range> critical = new ArrayList<>();
            List<LineLabels.Range> all = new ArrayList<>();
            for (JsonNode signal : truth.path("required_signals")) {
                for (JsonNode lines : signal.path("evidence_lines")) {
                    LineLabels.Range range = new LineLabels.Range(
                            lines.get(0).asLong(), lines.get(lines.size() - 1).asLong());
                    all.add(range);
                    if (signal.path("importance").asText().equals("critical")) {
                        critical.add(range);
                    }
                }
            }
            List<LineLabels.Range> spans = new ArrayList<>();
            for (JsonNode span : truth.path("evidence_spans")) {
                spans.add(new LineLabels.Range(
                        span.path("start_line").asLong(), span.path("end_line").asLong()));
            }
            String name = String.valueOf(folder.getFileName());
            cases.add(new LogCase(
                    "logdx-ci",
                    project(folder),
                    name,
                    () -> LogFiles.read(log),
                    List.of(),
                    new LineLabels(true, critical, all, spans),
                    truth.path("root_cause").path("category").asText(),
                    true));
        }
        return cases;
    }

    private static String project(Path folder) throws IOException {
        Path about = folder.resolve("case.json");
        return Files.exists(about) ? JSON.readTree(about.toFile()).path("repo").asText() : "";
    }
}
