package io.jenkins.plugins.mlci.plugin.shared.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class SvgTest {
    private static final String EVIL = "</svg><img src=x>&\"";

    @Test
    void anEmptyPictureHasASizeAndATitle() throws Exception {
        Element picture = parse(new Svg(30, 20, EVIL)).getDocumentElement();
        assertThat(picture.getAttribute("viewBox")).isEqualTo("0 0 30 20");
        assertThat(picture.getAttribute("width")).isEqualTo("30");
        assertThat(picture.getAttribute("role")).isEqualTo("img");
        assertThat(picture.getTextContent()).isEqualTo(EVIL);
    }

    @Test
    void numbersAreShort() {
        Svg svg = new Svg(9, 9, "").line(1, 2.04, 3.06, 1e6 / 3, "a b");
        assertThat(svg.toString()).contains("<line class=\"a b\" x1=\"1\" y1=\"2\" x2=\"3.1\" y2=\"333333.3\"/>");
    }

    @Test
    void aPathIsOpenOrClosedAndMayHaveATitle() throws Exception {
        double[] xy = {0, 0, 5, 2.5, 1, 9};
        Svg svg =
                new Svg(9, 9, "").path(xy, "line").path(xy, true, "area", EVIL).path(xy, false, "cross", "x");
        Document picture = parse(svg);
        assertThat(path(picture, 0).getAttribute("d")).isEqualTo("M0 0L5 2.5L1 9");
        assertThat(path(picture, 0).hasChildNodes()).isFalse();
        assertThat(path(picture, 1).getAttribute("d")).isEqualTo("M0 0L5 2.5L1 9Z");
        assertThat(path(picture, 1).getTextContent()).isEqualTo(EVIL);
        assertThat(path(picture, 2).getAttribute("d")).isEqualTo("M0 0L5 2.5L1 9");
    }

    @Test
    void wordsFromOutsideAreText() throws Exception {
        Document picture = parse(new Svg(9, 9, EVIL)
                .circle(1, 1, 1, "a", EVIL)
                .bar(1, 1, 2, 2, "a", EVIL)
                .label(1, 1, "end", EVIL));
        assertThat(picture.getElementsByTagName("img").getLength()).isZero();
        for (String name : new String[] {"circle", "rect", "text"}) {
            assertThat(picture.getElementsByTagName(name).item(0).getTextContent())
                    .as(name)
                    .isEqualTo(EVIL);
        }
    }

    private static Element path(Document picture, int index) {
        return (Element) picture.getElementsByTagName("path").item(index);
    }

    private static Document parse(Svg svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg.toString())));
    }
}
