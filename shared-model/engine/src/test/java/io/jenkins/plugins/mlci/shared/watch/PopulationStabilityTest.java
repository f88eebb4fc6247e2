package io.jenkins.plugins.mlci.shared.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.jenkins.plugins.mlci.shared.feature.FeatureTable;
import io.jenkins.plugins.mlci.shared.learn.SyntheticData;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PopulationStabilityTest {
    private static double[] uniform(int rows, double from, long seed) {
        return new SplittableRandom(seed).doubles(rows).map(v -> from + v).toArray();
    }

    @Test
    void isTheSumOverBinsByHand() {
        double[] training = {0, 0, 0, 0, 0, 1, 1, 1, 1, 1};
        double[] live = {0, 1, 1, 1, 1};

        double expected = (0.2 - 0.5) * Math.log(0.2 / 0.5) + (0.8 - 0.5) * Math.log(0.8 / 0.5);
        assertThat(PopulationStability.train(training).index(live)).isCloseTo(expected, within(1e-12));
    }

    @Test
    void sameValuesAreStableAndMovedOnesAreNot() {
        PopulationStability watch = PopulationStability.train(uniform(5000, 0, 1));

        assertThat(watch.judge("x", uniform(300, 0, 2)).level()).isEqualTo(DriftLevel.STABLE);
        assertThat(watch.judge("x", uniform(300, 0.5, 3)).level()).isEqualTo(DriftLevel.BROKEN);
        assertThat(watch.judge("x", uniform(300, 0.5, 3)).reasons())
                .singleElement()
                .asString()
                .contains("values of x");
        assertThat(watch.judge("x", uniform(20, 9, 4)).level()).isEqualTo(DriftLevel.UNKNOWN);
        assertThat(watch.index(new double[0])).isNaN();
    }

    @Test
    void missingValuesAreAMovementToo() {
        PopulationStability watch = PopulationStability.train(uniform(5000, 0, 1));
        double[] live = uniform(300, 0, 2);
        Arrays.fill(live, 0, 150, Double.NaN);

        assertThat(watch.judge("x", live).level()).isEqualTo(DriftLevel.BROKEN);
    }

    @Test
    void rarelyRaisesAFalseAlarm() {
        PopulationStability watch = PopulationStability.train(uniform(5000, 0, 1));
        int alarms = 0;
        for (int seed = 10; seed < 210; seed++) {
            alarms += watch.judge("x", uniform(100, 0, seed)).level() == DriftLevel.STABLE ? 0 : 1;
        }
        assertThat(alarms).isLessThan(12);
    }

    @Test
    void namesTheFeaturesThatMoved() {
        FeatureTable training = SyntheticData.rows(2000, 5, 1).table();
        FeatureTable live = SyntheticData.rows(500, 5, 2).table();
        double[][] moved = new double[5][];
        Arrays.setAll(moved, f -> live.column(f).clone());
        Arrays.setAll(moved[3], row -> moved[3][row] + 1);

        FeatureWatch watch = FeatureWatch.train(training);

        assertThat(watch.judge(live).level()).isEqualTo(DriftLevel.STABLE);
        DriftVerdict verdict = watch.judge(FeatureTable.of(live.schema(), moved));
        assertThat(verdict.level()).isEqualTo(DriftLevel.BROKEN);
        assertThat(verdict.reasons()).singleElement().asString().contains("x3");
        assertThatThrownBy(() -> watch.judge(SyntheticData.rows(10, 6, 1).table()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFeatureThatNeverVariedIsWatchedToo() {
        double[] constant = new double[200];
        PopulationStability watch = PopulationStability.train(constant);

        assertThat(watch.index(constant)).isZero();
        assertThatThrownBy(() -> PopulationStability.train(new double[0])).isInstanceOf(IllegalArgumentException.class);
    }
}
