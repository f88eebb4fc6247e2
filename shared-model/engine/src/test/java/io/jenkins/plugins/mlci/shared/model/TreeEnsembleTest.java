package io.jenkins.plugins.mlci.shared.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.mlci.shared.feature.FeatureTable;
import io.jenkins.plugins.mlci.shared.learn.BoostingParameters;
import io.jenkins.plugins.mlci.shared.learn.GradientBoosting;
import io.jenkins.plugins.mlci.shared.learn.SyntheticData;
import io.jenkins.plugins.mlci.shared.learn.TrainingContext;
import io.jenkins.plugins.mlci.shared.learn.TrainingSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreeEnsembleTest {
    private static final TreeArrays STUMP = new TreeArrays(
            new int[] {0, 3},
            new int[] {0, -1, -1},
            new double[] {0.5, 0, 0},
            new int[] {1, -1, -1},
            new int[] {2, -1, -1},
            new boolean[] {true, false, false},
            new double[] {0, -1, 2},
            new double[] {10, 4, 6});

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 127, 128, 129, 1000})
    void batchScoringAgreesWithWalkingEachRowToTheLastBit(int rows) {
        TrainingSet set = SyntheticData.rows(1000, 7, 1);
        TreeEnsemble ensemble = (TreeEnsemble) new GradientBoosting(
                        BoostingParameters.builder().trees(30).maxDepth(7).build())
                .fit(set, TrainingContext.seeded(1))
                .predictor();
        FeatureTable fresh = SyntheticData.rows(rows, 7, 2).table();

        double[] batch = ensemble.score(fresh);

        for (int row = 0; row < rows; row++) {
            assertThat(batch[row]).isEqualTo(ensemble.score(fresh.row(row)));
        }
    }

    @Test
    void valuesAtTheThresholdGoLeftAndMissingOnesTheirWay() {
        TreeEnsemble ensemble = new TreeEnsemble(1, Link.LOGIT, 0.25, STUMP);
        FeatureTable table =
                FeatureTable.of(SyntheticData.schema(1), new double[][] {{0.5, Math.nextUp(0.5), Double.NaN, -9, 9}});

        assertThat(ensemble.score(table)).containsExactly(-0.75, 2.25, -0.75, -0.75, 2.25);
    }

    @Test
    void aModelWithoutTreesScoresItsBase() {
        TreeArrays none = new TreeArrays(
                new int[] {0},
                new int[0],
                new double[0],
                new int[0],
                new int[0],
                new boolean[0],
                new double[0],
                new double[0]);

        assertThat(new TreeEnsemble(2, Link.LOGIT, 0.5, none)
                        .score(SyntheticData.rows(3, 5, 1).table()))
                .containsExactly(0.5, 0.5, 0.5);
    }

    @Test
    void refusesAChildThatLeadsBack() {
        refuses(new int[] {0, -1, -1}, new int[] {0, -1, -1}, 0.5, "has the child 0");
    }

    @Test
    void refusesAChildOutsideTheTree() {
        refuses(new int[] {0, -1, -1}, new int[] {7, -1, -1}, 0.5, "has the child 7");
    }

    @Test
    void refusesASharedChild() {
        refuses(new int[] {0, -1, -1}, new int[] {2, -1, -1}, 0.5, "shares the child 2");
    }

    @Test
    void refusesAnUnknownFeature() {
        refuses(new int[] {3, -1, -1}, new int[] {1, -1, -1}, 0.5, "asks for feature 3 of 1");
    }

    @Test
    void refusesAThresholdThatIsNoNumber() {
        refuses(new int[] {0, -1, -1}, new int[] {1, -1, -1}, Double.NaN, "not a finite number");
    }

    private static void refuses(int[] feature, int[] left, double threshold, String message) {
        TreeArrays bad = new TreeArrays(
                STUMP.starts(),
                feature,
                new double[] {threshold, 0, 0},
                left,
                STUMP.right(),
                STUMP.missingLeft(),
                STUMP.value(),
                STUMP.cover());
        assertThatThrownBy(() -> new TreeEnsemble(1, Link.LOGIT, 0, bad))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(message);
    }
}
