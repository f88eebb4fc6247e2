package io.jenkins.plugins.mlci.logscan.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The pairs of logs of CiDiff (github.com/labri-progress/cidiff): {@code pass.log}, {@code fail.log} and {@code groundtruth} in a folder a
 * case, whose lines {@code E a-b} state the cause and {@code C a-b} are context.
 */
final class CidiffFolder {
    private CidiffFolder() {}

    static List<LogCase> read(Path root) throws IOException {
        Map<String, String> categories = new HashMap<>();
        Path table = root.resolve("cases.csv");
        if (Files.exists(table)) {
            for (String row : Files.readAllLines(table)) {
                int comma = row.lastIndexOf(',');
                categories.put(row.substring(0, Math.max(0, comma)), row.substring(comma + 1));
            }
        }
        List<LogCase> cases = new ArrayList<>();
        for (Path folder : LogFiles.foldersWith(root, "groundtruth", 4)) {
            String name = root.relativize(folder).toString().replace('\\', '/');
            LineLabels labels = labels(Files.readAllLines(folder.resolve("groundtruth")));
            cases.add(new LogCase(
                    "cidiff",
                    project(name),
                    name,
                    () -> LogFiles.read(folder.resolve("fail.log")),
                    List.of(() -> LogFiles.read(folder.resolve("pass.log"))),
                    labels,
                    categories.getOrDefault(name, ""),
                    true));
        }
        return cases;
    }

    /** The Terraform jobs are one project; the others are named {@code project_build}. */
    static String project(String name) {
        if (name.startsWith("breakages_dump/")) {
            return "terraform";
        }
        String last = name.substring(name.lastIndexOf('/') + 1);
        int number = last.lastIndexOf('_');
        return number < 0 ? last : last.substring(0, number);
    }

    static LineLabels labels(List<String> lines) {
        List<LineLabels.Range> errors = new ArrayList<>();
        List<LineLabels.Range> context = new ArrayList<>();
        for (String line : lines) {
            String text = line.trim();
            if (text.startsWith("E ") || text.startsWith("C ")) {
                String[] ends = text.substring(2).trim().split("-");
                long first = Long.parseLong(ends[0].trim());
                long last = Long.parseLong(ends[ends.length - 1].trim());
                (text.startsWith("E") ? errors : context).add(new LineLabels.Range(first, last));
            }
        }
        return new LineLabels(false, errors, errors, context);
    }
}
