package io.jenkins.plugins.mlci.logscan.replay;

import io.jenkins.plugins.mlci.shared.csv.CsvFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Builds that a real Jenkins recorded, in order: {@code labels.csv} and an archive {@code JOB.tar.xz} with {@code builds/N/log} a job.
 * The good builds of a case are those of its job before it, so nothing is learned from the future.
 */
final class JenkinsHistoryFolder {

    private JenkinsHistoryFolder() {}

    static List<LogCase> read(Path root) throws IOException {
        Map<String, byte[]> logs = new HashMap<>();
        for (Path archive : LogFiles.ending(root, ".tar.xz")) {
            TarXz.read(archive, name -> name.endsWith("/log"), logs::put);
        }
        List<LogCase> cases = new ArrayList<>();
        Map<String, List<LogCase.Bytes>> good = new HashMap<>();
        try (CsvFile row = CsvFile.open(root.resolve("labels.csv"))
                .requiring("job", "build", "result", "category", "cause_lines", "evidence_lines")) {
            while (row.next()) {
                String job = row.text("job");
                String build = row.text("build");
                byte[] log = logs.get(job + "/builds/" + build + "/log");
                if (log == null) {
                    continue;
                }
                boolean success = row.text("result").equals("SUCCESS");
                List<LineLabels.Range> causes = ranges(row.text("cause_lines"));
                List<LineLabels.Range> all = new ArrayList<>(causes);
                all.addAll(ranges(row.text("evidence_lines")));
                List<LogCase.Bytes> before = good.computeIfAbsent(job, key -> new ArrayList<>());
                cases.add(new LogCase(
                        "jenkins-history",
                        job,
                        job + "/" + build,
                        () -> log,
                        List.copyOf(before),
                        new LineLabels(true, causes, all, List.of()),
                        row.text("category"),
                        !success));
                if (success) {
                    before.add(() -> log);
                }
            }
        }
        return cases;
    }

    private static List<LineLabels.Range> ranges(String numbers) {
        List<LineLabels.Range> ranges = new ArrayList<>();
        for (String number : numbers.split(";")) {
            if (!number.isBlank()) {
                long line = Long.parseLong(number.trim());
                ranges.add(new LineLabels.Range(line, line));
            }
        }
        return ranges;
    }
}
