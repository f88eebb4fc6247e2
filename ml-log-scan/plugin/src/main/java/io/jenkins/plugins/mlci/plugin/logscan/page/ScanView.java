package io.jenkins.plugins.mlci.plugin.logscan.page;

import io.jenkins.plugins.mlci.logscan.scan.Finding;
import io.jenkins.plugins.mlci.plugin.logscan.report.Neighbour;
import io.jenkins.plugins.mlci.plugin.logscan.report.ScanReport;
import io.jenkins.plugins.mlci.plugin.logscan.report.Wording;
import java.io.IOException;
import java.util.List;

/** What the tab of a scan shows, in the order of the page. */
public final class ScanView {
    private static final int MOST_ANOMALIES = 100;

    private final LogScanAction action;
    private final ScanReport report;
    private final String problem;

    private ScanView(LogScanAction action, ScanReport report, String problem) {
        this.action = action;
        this.report = report;
        this.problem = problem;
    }

    static ScanView of(LogScanAction action) {
        try {
            return new ScanView(action, action.report(), "");
        } catch (IOException e) {
            return new ScanView(action, null, e.getMessage() + ".");
        }
    }

    /** Why nothing can be shown; empty when it can. */
    public String getProblem() {
        return problem;
    }

    /** The quoted causes, the first one meant. */
    public List<Quote> getQuotes() {
        return report.excerpts().stream()
                .map(excerpt -> new Quote(excerpt, reason(excerpt.causeFirst()), action.opinion(excerpt.causeFirst())))
                .toList();
    }

    private String reason(long first) {
        return report.causes().stream()
                .filter(range -> range.first() == first)
                .map(Finding::reason)
                .findFirst()
                .orElse("");
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

    /** Where the failure was seen before. */
    public PastView getPast() {
        return new PastView(action.getRun(), report.past());
    }

    /** Number of the good build that this one is compared with alone; 0 where there is none. */
    public long getNeighbourNumber() {
        Neighbour neighbour = report.neighbour();
        return neighbour == null ? 0 : neighbour.number();
    }

    /** What changed against that build, at most 100 rows. */
    public List<RangeRow> getNeighbourDifferences() {
        Neighbour neighbour = report.neighbour();
        return neighbour == null
                ? List.of()
                : rows(neighbour.differences().stream().limit(MOST_ANOMALIES).toList());
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
}
