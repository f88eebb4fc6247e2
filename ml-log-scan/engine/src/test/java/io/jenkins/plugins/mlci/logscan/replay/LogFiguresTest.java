package io.jenkins.plugins.mlci.logscan.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jenkins.plugins.mlci.logscan.anomaly.LogEvidence;
import io.jenkins.plugins.mlci.logscan.category.CategoryEstimate;
import io.jenkins.plugins.mlci.logscan.category.FailureCategory;
import io.jenkins.plugins.mlci.logscan.cause.CauseRange;
import io.jenkins.plugins.mlci.logscan.cause.Causes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LogFiguresTest {
    private static LogCase given(String source, boolean failed, String category, LineLabels labels) {
        return new LogCase(source, "p", "n", () -> new byte[0], List.of(), labels, category, failed);
    }

    private static LineLabels labels() {
        List<LineLabels.Range> errors = List.of(new LineLabels.Range(10, 13));
        return new LineLabels(true, errors, errors, List.of());
    }

    private static CauseRange range(long first, long last) {
        return new CauseRange(first, last, first, 0.5, "", List.of());
    }

    @Test
    void scoresLinesInTheOrderShown() {
        LineScore score =
                LineScore.of(given("s", true, "", labels()), new Causes(List.of(range(20, 21), range(12, 13)), 0.5));
        assertThat(score.precision()).isEqualTo(0.5);
        assertThat(score.recall()).isEqualTo(0.5);
        assertThat(score.f1()).isEqualTo(0.5);
        assertThat(score.shown()).isEqualTo(4);
        assertThat(score.firstFive()).isTrue();
        assertThat(score.firstError()).isFalse();
        assertThat(score.threeRight()).isTrue();
        assertThat(score.signals()).isEqualTo(1);
    }

    @Test
    void exactIsAllSignalsAndNothingElse() {
        LogCase given = given("s", true, "", labels());
        assertThat(LineScore.of(given, new Causes(List.of(range(11, 12)), 1)).exact())
                .isTrue();
        assertThat(LineScore.of(given, new Causes(List.of(range(11, 14)), 1)).exact())
                .isFalse();
        assertThat(LineScore.of(given, Causes.NONE).exact()).isFalse();
    }

    @Test
    void countsAsTheLabelsCount() {
        Causes causes = new Causes(List.of(new CauseRange(15, 16, 12, 0.5, "", List.of())), 0.5);
        assertThat(LineScore.of(given("s", true, "", labels()), causes).precision())
                .isEqualTo(1);
        LineLabels other = new LineLabels(false, labels().signals(), labels().errors(), List.of());
        assertThat(LineScore.of(given("s", true, "", other), causes).precision())
                .isZero();
    }

    @Test
    void nothingShownScoresNothing() {
        LineScore score = LineScore.of(given("s", true, "", labels()), Causes.NONE);
        assertThat(score.f1()).isZero();
        assertThat(score.signals()).isZero();
        assertThat(LineScore.of(given("s", true, "", LineLabels.none()), Causes.NONE)
                        .signals())
                .isNaN();
    }

    private static LogBacktest.Judged judged(boolean failed, String label, FailureCategory said, Causes causes) {
        ReadCase read = new ReadCase(
                given("s", failed, label, labels()), new LogEvidence(List.of(), 0, 0, List.of()), false, true);
        return new LogBacktest.Judged(
                read,
                causes,
                new CategoryEstimate(said, 1, Map.of(said, 1.0), 0),
                Map.of("none", List.of()),
                Map.of("way", FailureCategory.TEST));
    }

    @Test
    void meansHaveIntervals() {
        Causes good = new Causes(List.of(range(10, 13)), 1);
        LogFigures figures = new LogFigures(List.of(
                judged(true, "test", FailureCategory.TEST, good),
                judged(true, "compile", FailureCategory.TEST, Causes.NONE),
                judged(false, "", FailureCategory.UNKNOWN, Causes.NONE),
                judged(false, "", FailureCategory.UNKNOWN, good)));
        LogFigures.Figure f1 = figures.methods("s").get("mlci").get("f1");
        assertThat(f1.value()).isEqualTo(0.5);
        assertThat(f1.low()).isZero();
        assertThat(f1.high()).isEqualTo(1);
        assertThat(figures.methods("s").get("none").get("f1").value()).isZero();
        assertThat(figures.silentWhenGood("s").value()).isEqualTo(0.5);
        assertThat(figures.cases("s")).isEqualTo(2);
    }

    @Test
    void confusionCountsRightAndWrong() {
        LogFigures figures = new LogFigures(List.of(
                judged(true, "test", FailureCategory.TEST, Causes.NONE),
                judged(true, "compile", FailureCategory.TEST, Causes.NONE),
                judged(true, "script", FailureCategory.TEST, Causes.NONE)));
        Map<FailureCategory, Map<FailureCategory, Integer>> matrix = figures.confusion(Set.of("s"));
        assertThat(LogFigures.accuracy(matrix)).isEqualTo(0.5);
        assertThat(LogFigures.macroF1(matrix)).isCloseTo((2.0 / 3 + 0) / 2, within(1e-9));
        assertThat(figures.confusion(Set.of("s"), "way")).isEqualTo(matrix);
        assertThat(figures.confusion(Set.of("s"), "unknown way")).isEmpty();
    }
}
