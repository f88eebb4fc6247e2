package io.jenkins.plugins.mlci.plugin.logscan.console;

import static io.jenkins.plugins.mlci.plugin.logscan.report.Reports.cause;
import static org.assertj.core.api.Assertions.assertThat;

import hudson.MarkupText;
import hudson.console.ConsoleAnnotator;
import hudson.model.Run;
import io.jenkins.plugins.mlci.logscan.scan.BuildOutcome;
import io.jenkins.plugins.mlci.plugin.logscan.report.Reports;
import io.jenkins.plugins.mlci.plugin.logscan.report.ScanReport;
import org.junit.jupiter.api.Test;

class MarkedLinesTest {
    private static final ScanReport REPORT = Reports.report(
            BuildOutcome.FAILED,
            Reports.result(
                    "test", false, "", cause(3, "error: <boom>", "  at Shop.java:7", "}"), cause(9, "second cause")));

    @Test
    void theLinesOfTheCausesAreMarkedOnceAndEscaped() {
        ConsoleAnnotator<Run<?, ?>> marks = new MarkedLines(MarkedLines.texts(REPORT));
        MarkupText plain = new MarkupText("all is well\n");
        marks = marks.annotate(null, plain);
        assertThat(plain.toString(true)).isEqualTo("all is well\n");
        MarkupText error = new MarkupText("12:00:07  error: <boom>\n");
        marks = marks.annotate(null, error);
        assertThat(error.toString(true)).startsWith("<span class='mlci-cause'").contains("error: &lt;boom&gt;");
        MarkupText again = new MarkupText("error: <boom>\n");
        marks = marks.annotate(null, again);
        assertThat(again.toString(true)).doesNotContain("span");
    }

    @Test
    void whenAllIsMarkedTheRestOfTheLogIsNotLookedAt() {
        ConsoleAnnotator<Run<?, ?>> marks = new MarkedLines(MarkedLines.texts(REPORT));
        marks = marks.annotate(null, new MarkupText("error: <boom>"));
        marks = marks.annotate(null, new MarkupText("    at Shop.java:7"));
        assertThat(marks.annotate(null, new MarkupText("second cause"))).isNull();
    }

    @Test
    void linesThatCouldBeAnythingAreNotMarked() {
        assertThat(MarkedLines.texts(REPORT)).containsOnlyKeys("error: <boom>", "at Shop.java:7", "second cause");
    }
}
