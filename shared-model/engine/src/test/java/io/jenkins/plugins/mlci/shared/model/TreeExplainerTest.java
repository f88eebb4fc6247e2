package io.jenkins.plugins.mlci.shared.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jenkins.plugins.mlci.shared.learn.BoostingParameters;
import io.jenkins.plugins.mlci.shared.learn.GradientBoosting;
import io.jenkins.plugins.mlci.shared.learn.SyntheticData;
import io.jenkins.plugins.mlci.shared.learn.TrainingContext;
import io.jenkins.plugins.mlci.shared.learn.TrainingSet;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class TreeExplainerTest {
    private static final int FEATURES = 6;

    @Property(tries = 25)
    void agreesWithShapleyValuesByDefinition(
            @ForAll @IntRange(max = 100_000) int seed, @ForAll @IntRange(min = 1, max = 7) int depth) {
        TrainingSet set = SyntheticData.rows(300, FEATURES, seed);
        TreeEnsemble ensemble = (TreeEnsemble) new GradientBoosting(BoostingParameters.builder()
                        .trees(4)
                        .maxDepth(depth)
                        .minChildWeight(0.1)
                        .build())
                .fit(set, TrainingContext.seeded(seed))
                .predictor();
        for (int sample = 0; sample < 3; sample++) {
            double[] row = set.table().row(sample);

            double[] contributions = ensemble.contributions(row);

            assertThat(contributions).containsExactly(bruteForce(ensemble.trees(), row), within(1e-9));
            assertThat(ensemble.expectedScore() + Arrays.stream(contributions).sum())
                    .isCloseTo(ensemble.score(row), within(1e-9));
        }
    }

    /** The definition: each feature's effect on the expected value, over all sets of known features. */
    private static double[] bruteForce(TreeArrays trees, double[] row) {
        double[] worth = new double[1 << FEATURES];
        for (int known = 0; known < worth.length; known++) {
            for (int tree = 0; tree < trees.trees(); tree++) {
                worth[known] += expected(trees, trees.starts()[tree], row, known);
            }
        }
        double[] shapley = new double[FEATURES];
        for (int f = 0; f < FEATURES; f++) {
            for (int known = 0; known < worth.length; known++) {
                if ((known & 1 << f) == 0) {
                    int size = Integer.bitCount(known);
                    double orders = factorial(size) * factorial(FEATURES - size - 1) / factorial(FEATURES);
                    shapley[f] += orders * (worth[known | 1 << f] - worth[known]);
                }
            }
        }
        return shapley;
    }

    private static double expected(TreeArrays trees, int node, double[] row, int known) {
        int feature = trees.feature()[node];
        if (feature < 0) {
            return trees.value()[node];
        }
        int left = trees.left()[node];
        int right = trees.right()[node];
        if ((known & 1 << feature) != 0) {
            double value = row[feature];
            boolean goesLeft = Double.isNaN(value) ? trees.missingLeft()[node] : value <= trees.threshold()[node];
            return expected(trees, goesLeft ? left : right, row, known);
        }
        double all = trees.cover()[left] + trees.cover()[right];
        return trees.cover()[left] / all * expected(trees, left, row, known)
                + trees.cover()[right] / all * expected(trees, right, row, known);
    }

    private static double factorial(int n) {
        return n < 2 ? 1 : n * factorial(n - 1);
    }
}
