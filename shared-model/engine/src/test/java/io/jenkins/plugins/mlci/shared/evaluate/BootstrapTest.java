package io.jenkins.plugins.mlci.shared.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BootstrapTest {
    private static final Bootstrap BOOTSTRAP = new Bootstrap(400, 0.95, 3);
    private static final Metric MEAN =
            (labels, predictions) -> Arrays.stream(predictions).average().orElse(Double.NaN);

    private static double[] noise(int rows, long seed) {
        return new SplittableRandom(seed).doubles(rows).toArray();
    }

    @Test
    void theIntervalOfAMeanIsAboutTwoStandardErrorsEitherWay() {
        Interval interval = BOOTSTRAP.interval(MEAN, new double[1000], noise(1000, 1));

        double error = Math.sqrt(1.0 / 12 / 1000);
        assertThat(interval.high() - interval.low()).isBetween(3.3 * error, 4.6 * error);
        assertThat(interval.estimate()).isBetween(interval.low(), interval.high());
        assertThat(BOOTSTRAP.interval(MEAN, new double[1000], noise(1000, 1))).isEqualTo(interval);
    }

    @Test
    void aDifferenceOnTheSameDrawsIsSharperThanItsParts() {
        double[] incumbent = noise(300, 2);
        double[] candidate = Arrays.stream(incumbent).map(v -> v + 0.01).toArray();

        Interval difference = BOOTSTRAP.difference(MEAN, new double[300], candidate, incumbent);

        assertThat(difference.low()).isGreaterThan(0.009);
        assertThat(difference.high()).isLessThan(0.011);
    }

    @Test
    void hasNoEndsWhereTheMetricIsNotDefined() {
        Interval interval = BOOTSTRAP.interval(RankingMetrics::rocAuc, new double[5], noise(5, 4));

        assertThat(interval.estimate()).isNaN();
        assertThat(interval.low()).isNaN();
        assertThat(BOOTSTRAP.interval(MEAN, new double[0], new double[0]).high())
                .isNaN();
    }

    @Test
    void refusesTooFewDraws() {
        assertThatThrownBy(() -> new Bootstrap(5, 0.9, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Bootstrap(100, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
