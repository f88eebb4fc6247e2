package io.jenkins.plugins.mlci.plugin.deploygate.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.stream.DoubleStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class ChartsTest {
    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    @Test
    void theGaugeNamesEachZoneThatItShows() throws Exception {
        String svg = RiskGauge.svg(new RiskGauge.Risk(0.18, 0.07, 0.31, 0.1, 0.2, 0.5));
        assertThat(parse(svg).getElementsByTagName("rect").getLength()).isEqualTo(5);
        assertThat(svg).contains("canary from 10 %", "approve from 20 %", "block from 50 %");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 2, 2, 2, nothing at any risk",
        "1, 1, 1, 0, 0, 0, a stop from 0 % on",
        "0.001, 0.0005, 0.002, 0.3, 0.3, 2, approval from 30 % on",
    })
    void theGaugeTakesAnyPolicy(
            double p, double low, double high, double canary, double approve, double block, String text)
            throws Exception {
        RiskGauge.Risk risk = new RiskGauge.Risk(p, low, high, canary, approve, block);
        String svg = RiskGauge.svg(risk);
        parse(svg);
        assertThat(svg).doesNotContain("NaN", "Infinity", "-1");
        assertThat(RiskGauge.text(risk)).contains(text);
    }

    @Test
    void outcomesDifferInShape() throws Exception {
        String svg = OutcomeChart.svg(
                List.of(
                        new OutcomeChart.Point(0, 0.1, Outcome.GOOD, "<a>"),
                        new OutcomeChart.Point(0.2, 0.2, Outcome.ROLLED_BACK, "b"),
                        new OutcomeChart.Point(0.4, Double.NaN, Outcome.FAILED, "c"),
                        new OutcomeChart.Point(0.6, 0.2, Outcome.INCIDENT, "d"),
                        new OutcomeChart.Point(0.8, 0.2, Outcome.ABORTED, "e"),
                        new OutcomeChart.Point(1, 0.2, Outcome.UNKNOWN, "f")),
                "first",
                "last",
                600);
        Document document = parse(svg);
        assertThat(document.getElementsByTagName("circle").getLength()).isEqualTo(2);
        assertThat(document.getElementsByTagName("path").getLength()).isEqualTo(3);
        assertThat(svg)
                .contains("&lt;a&gt;: risk 10 %, good", "c: gate not asked, failed", "  on the axis: gate not asked");
        assertThat(svg).contains("6 deployments: 1 good, 3 failed");
    }

    @Test
    void emptyAndUnknownDrawNothing() throws Exception {
        parse(OutcomeChart.svg(List.of(), "", "", 400));
        parse(CalibrationChart.svg(List.of()));
        Document document = parse(Sparkline.svg(List.of(Double.NaN, 0.0, 2.0), List.of("a", "b", "c"), "t"));
        assertThat(document.getElementsByTagName("rect").getLength()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"0.05, 0.05", "0.12, 0.2", "0.31, 0.5", "0.21, 0.25", "1, 1", "7, 10"})
    void anAxisEndsAtARoundNumber(double most, double end) {
        assertThat(Scale.end(0.05, DoubleStream.of(most, Double.NaN))).isEqualTo(end);
    }
}
