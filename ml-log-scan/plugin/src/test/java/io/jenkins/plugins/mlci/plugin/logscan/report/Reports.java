package io.jenkins.plugins.mlci.plugin.logscan.report;

import io.jenkins.plugins.mlci.logscan.scan.BuildOutcome;
import io.jenkins.plugins.mlci.logscan.scan.Finding;
import io.jenkins.plugins.mlci.logscan.scan.ScanResult;
import java.util.List;

/** Scans for tests. */
public final class Reports {
    private Reports() {}

    public static Finding cause(long line, String... text) {
        return new Finding(line, line + text.length - 1, 0.9, Finding.CAUSE, "These lines state why.", List.of(text));
    }

    public static Finding secret(long line, String masked) {
        return new Finding(line, line, 1, Finding.SECRET, "The log shows a password.", List.of(masked));
    }

    public static Finding anomaly(long line, String kind) {
        return new Finding(line, line, 0.8, kind, "No good build has this line.", List.of());
    }

    /** What a scan of 1,200 lines found. */
    public static ScanResult result(String category, boolean transientFailure, String signature, Finding... findings) {
        List<Finding> all = List.of(findings);
        List<Finding> ranges = all.stream().filter(Reports::isRange).toList();
        List<Finding> anomalies =
                all.stream().filter(finding -> !isRange(finding)).toList();
        long secrets = ranges.stream()
                .filter(finding -> finding.kind().equals(Finding.SECRET))
                .count();
        return new ScanResult(
                ranges,
                category,
                0.934,
                transientFailure,
                signature,
                anomalies,
                secrets,
                1200,
                1200,
                7,
                true,
                List.of());
    }

    private static boolean isRange(Finding finding) {
        return finding.kind().equals(Finding.CAUSE) || finding.kind().equals(Finding.SECRET);
    }

    public static ScanReport report(BuildOutcome outcome, ScanResult result) {
        return report(outcome, result, Past.none("shop"));
    }

    public static ScanReport report(BuildOutcome outcome, ScanResult result, Past past) {
        return new ScanReport(ScanReport.VERSION, "2026-11-24T12:00:00Z", outcome, result, List.of(), past, null);
    }
}
