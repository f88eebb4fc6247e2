package io.jenkins.plugins.mlci.shared.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.jenkins.plugins.mlci.shared.feature.FeatureTable;
import io.jenkins.plugins.mlci.shared.model.PortableModel;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RankingObjectiveTest {
    /** Groups whose level says nothing: only the order inside a group can be learned. */
    private static TrainingSet groups(int groups, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int rows = groups * 10;
        double[][] columns = new double[3][rows];
        double[] labels = new double[rows];
        for (int row = 0; row < rows; row++) {
            columns[0][row] = random.nextDouble();
            columns[1][row] = random.nextDouble();
            columns[2][row] = random.nextDouble();
        }
        for (int group = 0; group < groups; group++) {
            int best = group * 10;
            for (int row = group * 10; row < group * 10 + 10; row++) {
                if (columns[0][row] * columns[1][row] > columns[0][best] * columns[1][best]) {
                    best = row;
                }
            }
            labels[best] = 1;
        }
        int[] sizes = new int[groups];
        Arrays.fill(sizes, 10);
        return new TrainingSet(FeatureTable.of(SyntheticData.schema(3), columns), labels, null, sizes);
    }

    @ParameterizedTest
    @EnumSource(names = {"PAIRWISE", "LAMBDA_RANK"})
    void learnsTheOrderInsideGroups(BoostingObjective objective) {
        TrainingSet set = groups(400, 1);
        PortableModel model = new GradientBoosting(BoostingParameters.builder()
                        .objective(objective)
                        .trees(60)
                        .maxDepth(4)
                        .minChildWeight(0.01)
                        .build())
                .fit(set, TrainingContext.seeded(1));
        TrainingSet fresh = groups(200, 2);

        double[] scores = model.scores(fresh.table());

        double rankSum = 0;
        for (int group = 0; group < 200; group++) {
            for (int row = group * 10; row < group * 10 + 10; row++) {
                if (fresh.labels()[row] > 0) {
                    for (int other = group * 10; other < group * 10 + 10; other++) {
                        rankSum += scores[other] > scores[row] ? 1 : 0;
                    }
                }
            }
        }
        assertThat(rankSum / 200).isLessThan(0.6);
    }

    @ParameterizedTest
    @EnumSource(names = {"PAIRWISE", "LAMBDA_RANK"})
    void gradientsOfAGroupSumToZeroAndPushTheRelevantRowUp(BoostingObjective objective) {
        TrainingSet set = groups(3, 3);
        double[] gradients = new double[30];
        double[] hessians = new double[30];

        objective.over(set).derive(new double[30], gradients, hessians);

        for (int group = 0; group < 3; group++) {
            assertThat(Arrays.stream(gradients, group * 10, group * 10 + 10).sum())
                    .isCloseTo(0, within(1e-12));
        }
        for (int row = 0; row < 30; row++) {
            assertThat(set.labels()[row] > 0 ? gradients[row] : -gradients[row]).isLessThanOrEqualTo(0);
            assertThat(hessians[row]).isPositive();
        }
    }

    @Test
    void pairwiseGradientIsTheDerivativeOfItsLoss() {
        TrainingSet set = groups(1, 4);
        Objective objective = BoostingObjective.PAIRWISE.over(set);
        double[] margins = new SplittableRandom(5).doubles(10).toArray();
        double[] gradients = new double[10];
        objective.derive(margins, gradients, new double[10]);

        for (int row = 0; row < 10; row++) {
            double[] up = margins.clone();
            double[] down = margins.clone();
            up[row] += 1e-6;
            down[row] -= 1e-6;
            assertThat((objective.loss(up) - objective.loss(down)) / 2e-6).isCloseTo(gradients[row], within(1e-6));
        }
    }

    @Test
    void needsGroups() {
        assertThatThrownBy(() -> BoostingObjective.LAMBDA_RANK.over(SyntheticData.rows(10, 5, 1)))
                .hasMessageContaining("needs its groups");
    }
}
