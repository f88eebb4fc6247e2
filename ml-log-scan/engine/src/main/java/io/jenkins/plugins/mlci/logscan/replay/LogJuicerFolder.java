package io.jenkins.plugins.mlci.logscan.replay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The data sets of logjuicer's tests: {@code *.good}, {@code *.fail} and {@code inf.yaml}, which lists the lines that must be found, in
 * order, as text that they contain. Sets that are marked {@code skip: true} are left out, as logjuicer does.
 */
final class LogJuicerFolder {
    private LogJuicerFolder() {}

    static List<LogCase> read(Path root) throws IOException {
        List<LogCase> cases = new ArrayList<>();
        for (Path folder : LogFiles.foldersWith(root, "inf.yaml", 4)) {
            List<String> description = Files.readAllLines(folder.resolve("inf.yaml"));
            List<Path> good = LogFiles.ending(folder, ".good");
            List<Path> bad = LogFiles.ending(folder, ".fail");
            if (description.contains("skip: true") || good.isEmpty() || bad.isEmpty()) {
                continue;
            }
            List<String> wanted = wanted(description);
            List<LineLabels.Range> errors = find(wanted, LogFiles.read(bad.get(0)));
            List<LogCase.Bytes> baseline = new ArrayList<>();
            good.forEach(file -> baseline.add(() -> LogFiles.read(file)));
            String name = String.valueOf(folder.getFileName());
            cases.add(new LogCase(
                    "logjuicer-tests",
                    name,
                    name,
                    () -> LogFiles.read(bad.get(0)),
                    baseline,
                    new LineLabels(true, errors, errors, List.of()),
                    "",
                    true));
        }
        return cases;
    }

    /** The texts: each stands in the first line behind {@code line: |}. Optional ones are left out. */
    static List<String> wanted(List<String> description) {
        List<String> wanted = new ArrayList<>();
        for (int i = 0; i + 1 < description.size(); i++) {
            String text = description.get(i).trim();
            boolean item = text.startsWith("- line:") || text.startsWith("line:") && !text.endsWith("+ break");
            if (item && text.endsWith("|")) {
                wanted.add(description.get(i + 1).trim());
            }
        }
        return wanted;
    }

    /** The first line that contains each text, behind the line of the text before. */
    private static List<LineLabels.Range> find(List<String> wanted, byte[] log) {
        String[] lines = new String(log, StandardCharsets.UTF_8).split("\n", -1);
        List<LineLabels.Range> found = new ArrayList<>();
        int at = 0;
        for (String text : wanted) {
            for (int i = at; i < lines.length; i++) {
                if (lines[i].contains(text)) {
                    found.add(new LineLabels.Range(i + 1L, i + 1L));
                    at = i + 1;
                    break;
                }
            }
        }
        return found;
    }
}
