package io.jenkins.plugins.mlci.plugin.logscan.page;

import io.jenkins.plugins.mlci.plugin.logscan.report.ScanReport;
import io.jenkins.plugins.mlci.plugin.logscan.report.Wording;
import java.io.Serializable;

/** The few words and numbers of a scan that stay in {@code build.xml}, so that the build page needs no file. */
final class ScanSummary implements Serializable {
    private static final long serialVersionUID = 1L;

    final String verdict;
    final String why;
    final String category;
    final double probability;
    final boolean transientFailure;
    final String signature;
    final int causes;
    final long secrets;
    final int anomalies;
    final long seenBefore;
    final long firstLine;

    ScanSummary(ScanReport report) {
        this.verdict = Wording.verdict(report);
        this.why = Wording.why(report);
        this.category = report.result().category();
        this.probability = report.result().categoryProbability();
        this.transientFailure = report.result().transientFailure();
        this.signature = report.result().signature();
        this.causes = report.causes().size();
        this.secrets = report.result().secrets();
        this.anomalies = report.result().anomalies().size();
        this.seenBefore = report.past().count();
        this.firstLine = report.causes().isEmpty() ? 0 : report.causes().get(0).first();
    }
}
