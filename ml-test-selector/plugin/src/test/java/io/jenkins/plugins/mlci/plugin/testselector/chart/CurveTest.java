package io.jenkins.plugins.mlci.plugin.testselector.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jenkins.plugins.mlci.plugin.testselector.report.Reports;
import io.jenkins.plugins.mlci.plugin.testselector.report.TestRow;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CurveTest {
    @Test
    void risesFromNothingToAll() {
        Curve curve = Curve.of(Reports.rows());
        assertThat(curve.points().get(0)).isEqualTo(new Curve.Point(0, 0, 0));
        assertThat(curve.keptAt(1)).isCloseTo(1, within(1e-9));
        assertThat(curve.keptAt(0.25)).isCloseTo(0.5 / 0.611, within(1e-9));
        assertThat(curve.points()).isSortedAccordingTo((a, b) -> Double.compare(a.kept(), b.kept()));
    }

    @Test
    void marksTheSelection() {
        Curve.Point selection = Curve.of(Reports.rows()).selection();
        assertThat(selection.time()).isEqualTo(0.5);
        assertThat(selection.kept()).isCloseTo(0.6 / 0.611, within(1e-9));
        assertThat(selection.tests()).isEqualTo(2);
    }

    @Test
    void staysSmallForManyTests() {
        List<TestRow> many = Reports.ranked(IntStream.range(0, 50_000)
                .mapToObj(i -> Reports.row("T" + i, i < 100, 1.0 / (i + 2), "r"))
                .toList());
        assertThat(Curve.of(many).points()).hasSizeLessThan(260);
    }

    @Test
    void doesWithoutTestsOrTimes() {
        assertThat(Curve.of(List.of()).keptAt(0.5)).isBetween(0.0, 1.0);
        Curve timeless = Curve.of(List.of(Reports.row("A", true, 0.5, Double.NaN, "r")));
        assertThat(timeless.selection().kept()).isEqualTo(1);
    }
}
