package io.jenkins.plugins.mlci.plugin.testselector.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.mlci.plugin.testselector.report.Reports;
import java.io.StringReader;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class ChartsTest {
    private static final TrendPoint ENFORCED = new TrendPoint(7, "#7", false, false, "chosen", 100, 20, 600, 0, 0);
    private static final TrendPoint OBSERVED = new TrendPoint(8, "#8", true, false, "chosen", 100, 30, 300, 4, 1);
    private static final TrendPoint FULL =
            new TrendPoint(9, "#9", false, true, "still collecting (3 of 20 builds)", 100, 100, 0, -1, -1);

    @Test
    void theCurveIsAPictureWithWords() throws Exception {
        String svg = CurveChart.svg(Curve.of(Reports.rows()), 0.95);
        Document picture = parse(svg);
        assertThat(picture.getElementsByTagName("title").item(0).getTextContent())
                .contains("98.2 % of the expected failures in 50 % of the test time");
        assertThat(svg).contains("95 % guaranteed").doesNotContain("NaN", "style=", "script");
        assertThat(CurveChart.svg(Curve.of(Reports.rows()), Double.NaN)).doesNotContain("guaranteed", "NaN");
    }

    @Test
    void theTrendShowsSavedObservedAndFullRuns() throws Exception {
        String svg = TrendChart.svg(new Trend(List.of(ENFORCED, OBSERVED, FULL)), 600);
        Document picture = parse(svg);
        assertThat(picture.getElementsByTagName("rect").getLength()).isEqualTo(2);
        assertThat(picture.getElementsByTagName("circle").getLength()).isEqualTo(1);
        assertThat(svg).contains("mlci-chart__missed", "10 min", "1 failure missed");
    }

    @Test
    void anEmptyTrendIsAPictureToo() throws Exception {
        assertThat(parse(TrendChart.svg(new Trend(List.of()), 300))
                        .getDocumentElement()
                        .getNodeName())
                .isEqualTo("svg");
    }

    @Test
    void namesFromOutsideAreText() throws Exception {
        TrendPoint evil = new TrendPoint(1, "<script>&\"", false, true, "</svg><img src=x>", 1, 1, 0, -1, -1);
        assertThat(parse(TrendChart.svg(new Trend(List.of(evil)), 300))
                        .getElementsByTagName("img")
                        .getLength())
                .isZero();
    }

    @Test
    void theTrendAddsUp() {
        Trend trend = new Trend(List.of(ENFORCED, OBSERVED, FULL, FULL));
        assertThat(trend.saved()).isEqualTo(600);
        assertThat(trend.wouldSave()).isEqualTo(300);
        assertThat(trend.fullRuns()).isEqualTo(2);
        assertThat(trend.fullRunReasons()).containsOnlyKeys("still collecting").containsValue(2);
        assertThat(trend.judgedFailures()).isEqualTo(4);
        assertThat(trend.missedFailures()).isEqualTo(1);
        assertThat(trend.kept()).isEqualTo(0.75);
        assertThat(new Trend(List.of(ENFORCED)).kept()).isNaN();
    }

    private static Document parse(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }
}
