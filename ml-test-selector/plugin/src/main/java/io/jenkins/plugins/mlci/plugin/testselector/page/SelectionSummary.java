package io.jenkins.plugins.mlci.plugin.testselector.page;

import io.jenkins.plugins.mlci.plugin.testselector.chart.TrendPoint;
import io.jenkins.plugins.mlci.plugin.testselector.report.Aftermath;
import io.jenkins.plugins.mlci.plugin.testselector.report.SelectionReport;
import io.jenkins.plugins.mlci.plugin.testselector.report.Wording;
import java.io.Serializable;

/**
 * The few numbers and sentences of a selection that stay in {@code build.xml}, so that the build page and the trend need no file.
 */
final class SelectionSummary implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String verdict;
    private final String why;
    private final String reason;
    private final String modelVersion;
    private final boolean observe;
    private final boolean all;
    private final int tests;
    private final int selected;
    private final double leftOutSeconds;
    private final int ran;
    private final int failed;
    private final int missed;
    private final int unknown;

    SelectionSummary(SelectionReport report) {
        Aftermath after = report.aftermath();
        this.verdict = Wording.verdict(report);
        this.why = Wording.why(report);
        this.reason = report.facts().reason();
        this.modelVersion = report.facts().modelVersion();
        this.observe = report.facts().observe();
        this.all = report.facts().all();
        this.tests = report.tests().size();
        this.selected = report.selected();
        this.leftOutSeconds = all ? 0 : report.leftOutSeconds();
        this.ran = after == null ? -1 : after.ran();
        this.failed = after == null || after.ran() == 0 ? -1 : after.failed();
        this.missed = after == null || after.ran() == 0 ? -1 : after.missed();
        this.unknown = after == null ? -1 : after.unknown();
    }

    String verdict() {
        return verdict;
    }

    String why() {
        return why;
    }

    String reason() {
        return reason;
    }

    String modelVersion() {
        return modelVersion;
    }

    boolean observe() {
        return observe;
    }

    boolean all() {
        return all;
    }

    int tests() {
        return tests;
    }

    int selected() {
        return selected;
    }

    double leftOutSeconds() {
        return leftOutSeconds;
    }

    int failed() {
        return failed;
    }

    int missed() {
        return missed;
    }

    /** What became of it, in words; empty while the results are not in. */
    String aftermath() {
        return ran < 0
                ? ""
                : Wording.aftermath(observe, all || selected == tests, new Aftermath(ran, failed, missed, unknown));
    }

    TrendPoint point(int build, String name) {
        return new TrendPoint(build, name, observe, all, reason, tests, selected, leftOutSeconds, failed, missed);
    }
}
