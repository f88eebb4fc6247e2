package io.jenkins.plugins.mlci.logscan.replay;

import io.jenkins.plugins.mlci.logscan.baseline.Baseline;
import io.jenkins.plugins.mlci.logscan.scan.BuildOutcome;
import io.jenkins.plugins.mlci.logscan.scan.LogScanner;
import io.jenkins.plugins.mlci.logscan.scan.ScanResult;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether logs are scanned without an exception, and twice with the same result: every log below a folder, labelled or not.
 *
 * @param logs how many were scanned
 * @param lines how many lines they have together
 * @param problems what went wrong, one sentence a log; empty when nothing did
 */
public record RepeatedScans(int logs, long lines, List<String> problems) {
    public RepeatedScans {
        problems = List.copyOf(problems);
    }

    /**
     * Scans each log of the data set {@code bugswarm} twice.
     *
     * @param root the folder with the data sets, or the one above it
     * @param step is told after each log
     * @return empty counts where the data set is not there
     */
    public static RepeatedScans of(Path root, LogScanner scanner, Runnable step) throws IOException {
        Path folder = LabelledLogs.find(root, "bugswarm");
        int logs = 0;
        long lines = 0;
        List<String> problems = new ArrayList<>();
        for (Path file : folder == null ? List.<Path>of() : logFiles(folder)) {
            byte[] log = LogFiles.read(file);
            ScanResult once = scan(scanner, log);
            String name = String.valueOf(folder.relativize(file));
            if (!once.problems().isEmpty()) {
                problems.add(name + ": " + once.problems().get(0));
            } else if (!once.equals(scan(scanner, log))) {
                problems.add(name + ": the second scan found something else than the first.");
            }
            logs++;
            lines += once.lines();
            step.run();
        }
        return new RepeatedScans(logs, lines, problems);
    }

    private static ScanResult scan(LogScanner scanner, byte[] log) throws IOException {
        return scanner.scan(new ByteArrayInputStream(log), Baseline.empty(), BuildOutcome.FAILED);
    }

    private static List<Path> logFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".log.gz")
                            || file.toString().endsWith(".log"))
                    .sorted()
                    .toList();
        }
    }
}
