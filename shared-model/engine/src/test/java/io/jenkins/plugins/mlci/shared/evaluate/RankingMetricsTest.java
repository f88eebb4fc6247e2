package io.jenkins.plugins.mlci.shared.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RankingMetricsTest {
    @Test
    void rocAucCountsPairsAndHalvesTies() {
        assertThat(RankingMetrics.rocAuc(new double[] {1, 0, 1, 0}, new double[] {0.9, 0.5, 0.5, 0.1}))
                .isEqualTo(3.5 / 4);
        assertThat(RankingMetrics.rocAuc(new double[] {0, 1}, new double[] {2, 1}))
                .isZero();
        assertThat(RankingMetrics.rocAuc(new double[] {0, 1, 1}, new double[] {7, 7, 7}))
                .isEqualTo(0.5);
    }

    @Test
    void averagePrecisionIsTheMeanPrecisionAtPositives() {
        assertThat(RankingMetrics.averagePrecision(new double[] {1, 0, 1, 0}, new double[] {4, 3, 2, 1}))
                .isCloseTo((1 + 2.0 / 3) / 2, within(1e-12));
        assertThat(RankingMetrics.averagePrecision(new double[] {0, 1, 0, 0}, new double[] {5, 5, 5, 5}))
                .isEqualTo(0.25);
    }

    @Test
    void isNotDefinedForOneKindOfRows() {
        assertThat(RankingMetrics.rocAuc(new double[] {1, 1}, new double[] {1, 2}))
                .isNaN();
        assertThat(RankingMetrics.rocAuc(new double[0], new double[0])).isNaN();
        assertThat(RankingMetrics.averagePrecision(new double[] {0, 0}, new double[] {1, 2}))
                .isNaN();
    }

    @Test
    void refusesWhatIsNoLabelOrNoNumber() {
        assertThatThrownBy(() -> RankingMetrics.rocAuc(new double[] {2}, new double[] {1}))
                .hasMessageContaining("must be 0 or 1");
        assertThatThrownBy(() -> RankingMetrics.rocAuc(new double[] {1}, new double[] {Double.NaN}))
                .hasMessageContaining("not a number");
        assertThatThrownBy(() -> RankingMetrics.rocAuc(new double[] {1}, new double[2]))
                .hasMessageContaining("1 labels for 2");
    }

    @Property(tries = 100)
    void rocAucAgreesWithCountingAllPairs(@ForAll long seed, @ForAll @IntRange(min = 2, max = 40) int rows) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] labels = random.ints(rows, 0, 2).asDoubleStream().toArray();
        double[] scores = random.ints(rows, 0, 8).asDoubleStream().toArray();
        double pairs = 0;
        double won = 0;
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < rows; j++) {
                if (labels[i] > labels[j]) {
                    pairs++;
                    won += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
                }
            }
        }
        if (pairs > 0) {
            assertThat(RankingMetrics.rocAuc(labels, scores)).isCloseTo(won / pairs, within(1e-12));
        } else {
            assertThat(RankingMetrics.rocAuc(labels, scores)).isNaN();
        }
    }
}
