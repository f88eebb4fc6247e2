package io.jenkins.plugins.mlci.plugin.logscan.console;

import static io.jenkins.plugins.mlci.plugin.logscan.report.Reports.cause;
import static org.assertj.core.api.Assertions.assertThat;

import hudson.MarkupText;
import hudson.console.ConsoleAnnotator;
import hudson.model.Run;
import io.jenkins.plugins.mlci.logscan.scan.BuildOutcome;
import io.jenkins.plugins.mlci.logscan.scan.Finding;
import io.jenkins.plugins.mlci.plugin.logscan.console.Beginnings.Beginning;
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
    void aLineIsMarkedWhereItsNumberAndItsTextAreRight() {
        String log = """
                begin
                + echo error: <boom>
                12:00:07  error: <boom>
                  at Shop.java:7
                }
                [ml-log-scan] Stopped: error: <boom>
                error: <boom>
                }
                second cause
                """;
        assertThat(annotate(List.of(new Beginning(1, "begin")), log)).isEqualTo("""
                        begin
                        + echo error: &lt;boom&gt;
                        <span class='mlci-cause' data-cause='1' data-line='3'>12:00:07  error: &lt;boom&gt;</span>
                        <span class='mlci-cause' data-cause='1' data-line='4'>  at Shop.java:7</span>
                        <span class='mlci-cause' data-cause='1' data-line='5'>}</span>
                        [ml-log-scan] Stopped: error: &lt;boom&gt;
                        error: &lt;boom&gt;
                        }
                        <span class='mlci-cause' data-cause='2' data-line='9'>second cause</span>
                        """);
    }

    @Test
    void aConsoleThatBeginsFurtherDownIsNumberedFromThere() {
        String html = annotate(
                List.of(new Beginning(1, "begin"), new Beginning(8, "}")),
                "}\nsecond cause\nerror: <boom>\nsecond cause\n");
        assertThat(html)
                .isEqualTo("}\n<span class='mlci-cause' data-cause='2' data-line='9'>second cause</span>\n"
                        + "error: &lt;boom&gt;\nsecond cause\n");
    }

    @Test
    void whereTheFirstLineIsNotKnownAWholeLineIsMarkedOnceAndHasNoNumber() {
        String html = annotate(
                List.of(new Beginning(1, "begin"), new Beginning(8, "begin")),
                "begin\n+ echo error: <boom>\n[ml-log-scan] Cause: error: <boom>\nerror: <boom>\nerror: <boom>\n}\n");
        assertThat(html)
                .isEqualTo(
                        "begin\n+ echo error: &lt;boom&gt;\n[ml-log-scan] Cause: error: &lt;boom&gt;\n"
                                + "<span class='mlci-cause' data-cause='1'>error: &lt;boom&gt;</span>\nerror: &lt;boom&gt;\n}\n");
    }

    @Test
    void aLoneCarriageReturnEndsALineForTheScanToo() {
        String html = annotate(List.of(new Beginning(1, "10 %\r20 %")), "10 %\r20 %\r\nerror: <boom>\r\n");
        assertThat(html)
                .isEqualTo("10 %\r20 %\r\n"
                        + "<span class='mlci-cause' data-cause='1' data-line='3'>error: &lt;boom&gt;</span>\r\n");
    }

    @Test
    void whenAllIsMarkedTheRestOfTheLogIsNotLookedAt() {
        ConsoleAnnotator<Run<?, ?>> marks =
                new MarkedLines(MarkedLines.marks(REPORT), List.of(new Beginning(8, "begin")), "");
        marks = marks.annotate(null, new MarkupText("begin\n"));
        assertThat(marks.annotate(null, new MarkupText("second cause\n"))).isNull();
    }

    private static String annotate(List<Beginning> beginnings, String log) {
        ConsoleAnnotator<Run<?, ?>> marks = new MarkedLines(MarkedLines.marks(REPORT), beginnings, "");
        StringBuilder html = new StringBuilder();
        for (String line : log.split("(?<=\n)")) {
            MarkupText markup = new MarkupText(line);
            marks = marks == null ? null : marks.annotate(null, markup);
            html.append(markup.toString(true));
        }
        return html.toString();
    }

    @Test
    void whatIsFoundComesWithTheFirstLineThatIsShownAndCannotBreakOut() {
        ScanReport report = Reports.report(
                BuildOutcome.FAILED,
                Reports.result("test", false, "", cause(3, "it's <b>'bad\""), Reports.anomaly(9, "missing")));
        ConsoleAnnotator<Run<?, ?>> marks = new MarkedLines(
                MarkedLines.marks(report), List.of(new Beginning(1, "begin")), ConsoleFindings.attribute(report));
        MarkupText first = new MarkupText("begin\n");
        marks = marks.annotate(null, first);
        String html = first.toString(true);
        assertThat(html)
                .startsWith("<span class='mlci-scan' data-first='1' data-scan='{")
                .endsWith("}'></span>begin\n");
        assertThat(html.substring(0, html.length() - "'></span>begin\n".length())
                        .substring("<span class='mlci-scan' data-first='1' data-scan='".length()))
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
