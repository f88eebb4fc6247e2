package io.jenkins.plugins.mlci.plugin.logscan.console;

import static io.jenkins.plugins.mlci.plugin.logscan.report.Reports.cause;
import static org.assertj.core.api.Assertions.assertThat;

import hudson.MarkupText;
import hudson.console.ConsoleAnnotator;
import hudson.model.Run;
import io.jenkins.plugins.mlci.logscan.scan.BuildOutcome;
import io.jenkins.plugins.mlci.logscan.scan.Finding;
import io.jenkins.plugins.mlci.plugin.logscan.report.Reports;
import io.jenkins.plugins.mlci.plugin.logscan.report.ScanReport;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkedLinesTest {
    private static final ScanReport REPORT = Reports.report(
            BuildOutcome.FAILED,
            Reports.result(
                    "test", false, "", cause(3, "error: <boom>", "  at Shop.java:7", "}"), cause(9, "second cause")));

    @Test
    void theLinesOfTheCausesAreMarkedOnceAndEscaped() {
        ConsoleAnnotator<Run<?, ?>> marks = new MarkedLines(MarkedLines.texts(REPORT), "");
        MarkupText plain = new MarkupText("all is well\n");
        marks = marks.annotate(null, plain);
        assertThat(plain.toString(true)).isEqualTo("all is well\n");
        MarkupText error = new MarkupText("12:00:07  error: <boom>\n");
        marks = marks.annotate(null, error);
        assertThat(error.toString(true))
                .startsWith("<span class='mlci-cause' data-cause='1' data-line='3'>")
                .contains("error: &lt;boom&gt;");
        MarkupText again = new MarkupText("error: <boom>\n");
        marks = marks.annotate(null, again);
        assertThat(again.toString(true)).doesNotContain("span");
    }

    @Test
    void whenAllIsMarkedTheRestOfTheLogIsNotLookedAt() {
        ConsoleAnnotator<Run<?, ?>> marks = new MarkedLines(MarkedLines.texts(REPORT), "");
        marks = marks.annotate(null, new MarkupText("error: <boom>"));
        marks = marks.annotate(null, new MarkupText("    at Shop.java:7"));
        assertThat(marks.annotate(null, new MarkupText("second cause"))).isNull();
    }

    @Test
    void linesThatCouldBeAnythingAreNotMarked() {
        assertThat(MarkedLines.texts(REPORT)).containsOnlyKeys("error: <boom>", "at Shop.java:7", "second cause");
    }

    @Test
    void whatIsFoundComesWithTheFirstLineThatIsShownAndCannotBreakOut() {
        ScanReport report = Reports.report(
                BuildOutcome.FAILED,
                Reports.result("test", false, "", cause(3, "it's <b>'bad\""), Reports.anomaly(9, "missing")));
        ConsoleAnnotator<Run<?, ?>> marks = new MarkedLines(MarkedLines.texts(report), ConsoleFindings.element(report));
        MarkupText first = new MarkupText("begin\n");
        marks = marks.annotate(null, first);
        String html = first.toString(true);
        assertThat(html).startsWith("<span class='mlci-scan' data-scan='{").endsWith("}'></span>begin\n");
        assertThat(html.substring(0, html.length() - "'></span>begin\n".length())
                        .substring("<span class='mlci-scan' data-scan='".length()))
                .doesNotContain("<", "'")
                .contains("it&#39;s", "\"kind\":\"missing\"");
        MarkupText second = new MarkupText("more\n");
        marks.annotate(null, second);
        assertThat(second.toString(true)).isEqualTo("more\n");
    }

    @Test
    void theListHasTheMostUnusualLinesInTheirOrder() {
        List<Finding> many = new ArrayList<>(List.of(cause(5, "boom")));
        for (int i = 0; i < 300; i++) {
            many.add(new Finding(1000 - i, 1000 - i, i / 300.0, "never_seen", "New.", List.of()));
        }
        ScanReport report =
                Reports.report(BuildOutcome.FAILED, Reports.result("test", false, "", many.toArray(new Finding[0])));
        var findings = ConsoleFindings.json(report).path("findings");
        assertThat(findings).hasSize(ConsoleFindings.MOST);
        assertThat(findings.get(0).path("text").asText()).isEqualTo("boom");
        assertThat(findings.get(1).path("first").asLong()).isEqualTo(701);
        assertThat(findings.get(1).path("text").asText()).isEqualTo("New.");
        assertThat(findings.get(199).path("first").asLong()).isEqualTo(899);
    }
}
