package io.jenkins.plugins.mlci.logscan.replay;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Fragments of logs of the PyTorch log classifier: the right line begins with {@code #=MATCH=# } and has spans between quotation
 * marks, the first line is about the source. Both are taken out before use.
 */
final class FragmentFolder {
    private static final String MATCH = "#=MATCH=# ";
    private static final String SOURCE = "#=SOURCE=#";

    private FragmentFolder() {}

    static List<LogCase> read(Path root) throws IOException {
        Map<String, String> categories = new HashMap<>();
        Path table = root.resolve("labels.csv");
        if (Files.exists(table)) {
            for (String row : Files.readAllLines(table)) {
                String[] cells = row.split(",", 3);
                if (cells.length > 1) {
                    categories.put(cells[0], cells[1]);
                }
            }
        }
        List<LogCase> cases = new ArrayList<>();
        for (Path file : LogFiles.ending(root.resolve("fixtures").resolve("classify"), ".txt")) {
            String name = String.valueOf(file.getFileName()).replace(".txt", "");
            List<String> kept = new ArrayList<>();
            long match = 0;
            for (String line : new String(LogFiles.read(file), StandardCharsets.UTF_8).split("\n", -1)) {
                if (line.startsWith(SOURCE)) {
                    continue;
                }
                if (line.startsWith(MATCH)) {
                    match = kept.size() + 1L;
                    kept.add(line.substring(MATCH.length()).replace("‹", "").replace("›", ""));
                } else {
                    kept.add(line);
                }
            }
            if (match == 0) {
                continue;
            }
            byte[] log = bytes(kept);
            List<LineLabels.Range> right = List.of(new LineLabels.Range(match, match));
            cases.add(new LogCase(
                    "pytorch-log-classifier",
                    "pytorch",
                    name,
                    () -> log,
                    List.of(),
                    new LineLabels(true, right, right, List.of()),
                    categories.getOrDefault(name, ""),
                    true));
        }
        return cases;
    }

    private static byte[] bytes(List<String> lines) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (String line : lines) {
            out.writeBytes(line.getBytes(StandardCharsets.UTF_8));
            out.write('\n');
        }
        return out.toByteArray();
    }
}
