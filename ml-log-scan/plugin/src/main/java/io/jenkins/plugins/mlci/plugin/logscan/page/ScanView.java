package io.jenkins.plugins.mlci.plugin.logscan.page;

import io.jenkins.plugins.mlci.logscan.scan.Finding;
import io.jenkins.plugins.mlci.plugin.logscan.report.Excerpt;
import io.jenkins.plugins.mlci.plugin.logscan.report.ScanReport;
import io.jenkins.plugins.mlci.plugin.logscan.report.Similar;
import io.jenkins.plugins.mlci.plugin.logscan.report.Wording;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What the tab of a scan shows, in the order of the page. */
public final class ScanView {
    private static final int MOST_ANOMALIES = 100;

    private final ScanReport report;
    private final String problem;

    private ScanView(ScanReport report, String problem) {
        this.report = report;
        this.problem = problem;
    }

    static ScanView of(LogScanAction action) {
        try {
            return new ScanView(action.report(), "");
        } catch (IOException e) {
            return new ScanView(null, e.getMessage() + ".");
        }
    }

    /** Why nothing can be shown; empty when it can. */
    public String getProblem() {
        return problem;
    }

    /** The quoted causes, the first one meant. */
    public List<List<QuotedLine>> getQuotes() {
        return report.excerpts().stream().map(ScanView::quote).toList();
    }

    private static List<QuotedLine> quote(Excerpt excerpt) {
        List<QuotedLine> lines = new ArrayList<>();
        long number = excerpt.first();
        for (String text : excerpt.lines()) {
            lines.add(new QuotedLine(number, text, number >= excerpt.causeFirst() && number <= excerpt.causeLast()));
            number++;
        }
        return lines;
    }

    /** The secrets, hidden. */
    public List<RangeRow> getSecrets() {
        return rows(report.secrets());
    }

    /** What differs from the good builds, at most 100 rows. */
    public List<RangeRow> getDifferences() {
        return rows(report.result().anomalies().stream().limit(MOST_ANOMALIES).toList());
    }

    /** How many differences the table leaves out. */
    public int getMoreDifferences() {
        return Math.max(0, report.result().anomalies().size() - MOST_ANOMALIES);
    }

    private static List<RangeRow> rows(List<Finding> findings) {
        return findings.stream().map(RangeRow::new).toList();
    }

    /** Earlier builds that failed in the same way. */
    public List<SimilarRow> getSimilar() {
        return report.similar().stream().map(SimilarRow::of).toList();
    }

    /** The whole log as one strip with marks. */
    public LogMap getMap() {
        return new LogMap(report.result());
    }

    /** How much was read, and what it was compared with. */
    public String getScope() {
        return Wording.scope(report);
    }

    /** Whether there was anything to compare with. */
    public boolean isCompared() {
        return report.result().goodBuilds() > 0;
    }

    /** What went wrong in the scan itself. */
    public List<String> getProblems() {
        return report.result().problems();
    }

    /** When the log was scanned. */
    public String getTime() {
        return report.time();
    }

    /** A build that failed in the same way, as a row. */
    public record SimilarRow(String name, String url, String seen) {
        static SimilarRow of(Similar similar) {
            String url = "job/" + similar.job().replace("/", "/job/") + "/" + similar.number() + "/";
            return new SimilarRow(similar.job() + " #" + similar.number(), url, similar.seen());
        }

        public String getName() {
            return name;
        }

        public String getUrl() {
            return url;
        }

        public String getSeen() {
            return seen;
        }
    }
}
