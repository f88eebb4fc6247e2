package io.jenkins.plugins.mlci.shared.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.mlci.shared.feature.FeatureTable;
import io.jenkins.plugins.mlci.shared.model.PortableModel;
import io.jenkins.plugins.mlci.shared.model.TreeEnsemble;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class GradientBoostingTest {
    private static final TrainingContext CONTEXT = TrainingContext.seeded(7);

    private static PortableModel fit(BoostingParameters.Builder parameters, TrainingSet set) {
        return new GradientBoosting(parameters.build()).fit(set, CONTEXT);
    }

    private static int trees(PortableModel model) {
        return ((TreeEnsemble) model.predictor()).trees().trees();
    }

    @Test
    void learnsNonLinearEffectsThatHoldOnNewRows() {
        PortableModel model = fit(BoostingParameters.builder(), SyntheticData.rows(8000, 8, 1));
        TrainingSet fresh = SyntheticData.rows(4000, 8, 2);

        double[] probabilities = model.probabilities(fresh.table());

        assertThat(SyntheticData.auc(fresh.labels(), probabilities)).isGreaterThan(0.81);
        assertThat(Arrays.stream(probabilities).average().orElseThrow())
                .isCloseTo(Arrays.stream(fresh.labels()).average().orElseThrow(), within(0.03));
    }

    private static org.assertj.core.data.Offset<Double> within(double offset) {
        return org.assertj.core.data.Offset.offset(offset);
    }

    @Test
    void oneStumpIsTheNewtonStepOfItsSides() {
        FeatureTable table = FeatureTable.of(SyntheticData.schema(1), new double[][] {{1, 1, 2, 2}});
        TrainingSet set = TrainingSet.of(table, new double[] {0, 0, 1, 0});

        PortableModel model =
                fit(BoostingParameters.builder().trees(1).learningRate(1).l2(0).minChildWeight(0), set);

        // p = 1/4; left: -(2 * 1/4) / (2 * 3/16); right: -(1/4 - 3/4) / (2 * 3/16)
        double start = Math.log(1.0 / 3);
        assertThat(model.scores(table))
                .containsExactly(
                        new double[] {start - 4.0 / 3, start - 4.0 / 3, start + 4.0 / 3, start + 4.0 / 3},
                        within(1e-12));
    }

    @Test
    void missingValuesLearnTheirWay() {
        double[] x = new double[200];
        double[] labels = new double[200];
        for (int row = 0; row < 200; row++) {
            x[row] = row % 2 == 0 ? Double.NaN : row % 10;
            labels[row] = row % 2 == 0 || row % 10 == 1 ? 1 : 0;
        }
        FeatureTable table = FeatureTable.of(SyntheticData.schema(1), new double[][] {x});

        PortableModel model = fit(BoostingParameters.builder().trees(20), TrainingSet.of(table, labels));

        double[] probabilities = model.probabilities(table);
        assertThat(probabilities[0]).isGreaterThan(0.85);
        assertThat(probabilities[1]).isGreaterThan(0.85);
        assertThat(probabilities[3]).isLessThan(0.15);
    }

    @Test
    void aWeightCountsLikeCopies() {
        TrainingSet once = SyntheticData.rows(300, 5, 3);
        double[] weights = new double[300];
        int[] copies = new int[400];
        for (int row = 0; row < 300; row++) {
            weights[row] = row < 100 ? 2 : 1;
            copies[row] = row;
        }
        for (int i = 0; i < 100; i++) {
            copies[300 + i] = i;
        }
        double[] labels =
                Arrays.stream(copies).mapToDouble(i -> once.labels()[i]).toArray();
        BoostingParameters.Builder parameters =
                BoostingParameters.builder().trees(5).maxBins(255);

        double[] weighted = fit(parameters, new TrainingSet(once.table(), once.labels(), weights, null))
                .scores(once.table());
        double[] copied = fit(parameters, TrainingSet.of(once.table().select(copies), labels))
                .scores(once.table());

        assertThat(SyntheticData.auc(once.labels(), weighted))
                .isCloseTo(SyntheticData.auc(once.labels(), copied), within(0.02));
    }

    @Test
    void sameSeedGivesTheSameModelWhateverThePool() {
        TrainingSet set = SyntheticData.rows(30_000, 8, 4);
        BoostingParameters parameters = BoostingParameters.builder()
                .trees(10)
                .rowShare(0.7)
                .featureShare(0.6)
                .build();
        ForkJoinPool pool = new ForkJoinPool(3);
        try {
            double[] alone = new GradientBoosting(parameters).fit(set, CONTEXT).scores(set.table());
            double[] pooled =
                    new GradientBoosting(parameters).fit(set, CONTEXT.in(pool)).scores(set.table());
            double[] other = new GradientBoosting(parameters)
                    .fit(set, TrainingContext.seeded(8))
                    .scores(set.table());

            assertThat(pooled).containsExactly(alone);
            assertThat(other).isNotEqualTo(alone);
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void stopsEarlyOnTheLatestRowsAndLearnsAgainFromAll() {
        TrainingSet set = SyntheticData.rows(1500, 6, 5);

        PortableModel model =
                fit(BoostingParameters.builder().trees(500).learningRate(0.3).earlyStopping(0.2, 10), set);

        assertThat(trees(model)).isBetween(3, 150);
        assertThat(model.provenance().rows()).isEqualTo(1500);
        assertThat(model.provenance().metrics()).containsKey("heldOutLoss");
    }

    @Test
    void monotoneFeatureNeverLowersThePrediction() {
        TrainingSet set = SyntheticData.rows(4000, 6, 6);
        PortableModel model = fit(BoostingParameters.builder().monotone("x0", 1).monotone("x4", -1), set);

        for (int probe = 0; probe < 50; probe++) {
            assertThat(alongFeature(model, set.table().row(probe), 0)).isSorted();
            double[] falling = alongFeature(model, set.table().row(probe), 4);
            for (int i = 1; i < falling.length; i++) {
                assertThat(falling[i]).isLessThanOrEqualTo(falling[i - 1]);
            }
        }
    }

    private static double[] alongFeature(PortableModel model, double[] row, int feature) {
        double[][] columns = new double[row.length][41];
        for (int f = 0; f < row.length; f++) {
            Arrays.fill(columns[f], row[f]);
        }
        Arrays.setAll(columns[feature], i -> (i - 20) / 20.0);
        return model.scores(FeatureTable.of(model.schema(), columns));
    }

    @Test
    void keepsLeavesLargeEnoughAndTreesWithinTheirCaps() {
        TrainingSet set = SyntheticData.rows(2000, 6, 7);
        PortableModel model = fit(
                BoostingParameters.builder().trees(10).maxLeaves(5).maxDepth(3).minChildRows(50), set);

        TreeEnsemble ensemble = (TreeEnsemble) model.predictor();
        assertThat(ensemble.depth()).isLessThanOrEqualTo(3);
        for (int tree = 0; tree < 10; tree++) {
            int nodes = ensemble.trees().starts()[tree + 1] - ensemble.trees().starts()[tree];
            assertThat(nodes).isBetween(3, 9);
        }
    }

    @Test
    void cancelStopsTheTraining() {
        AtomicInteger asked = new AtomicInteger();
        TrainingContext impatient = CONTEXT.cancelledBy(() -> asked.incrementAndGet() > 5);

        assertThatThrownBy(
                        () -> new GradientBoosting(BoostingParameters.builder().build())
                                .fit(SyntheticData.rows(500, 5, 8), impatient))
                .isInstanceOf(TrainingCancelledException.class);
        assertThat(asked).hasValue(6);
    }

    @Test
    void keepsTheTreesThatFitIntoTheTimeBudgetAndSaysSo() {
        AtomicLong clock = new AtomicLong();
        TrainingContext hurried = CONTEXT.within(
                Duration.ofMillis(10),
                () -> clock.getAndAdd(Duration.ofMillis(1).toNanos()));

        PortableModel model =
                new GradientBoosting(BoostingParameters.builder().build()).fit(SyntheticData.rows(500, 5, 9), hurried);

        assertThat(trees(model)).isEqualTo(10);
        assertThat(model.provenance().notes()).contains("time budget", "10 of 100");
    }

    @Test
    void capsRowsAtTheLatest() {
        PortableModel model = new GradientBoosting(
                        BoostingParameters.builder().trees(3).build())
                .fit(SyntheticData.rows(500, 5, 10), CONTEXT.capped(200));

        assertThat(model.provenance().rows()).isEqualTo(200);
    }

    @Test
    void refusesRowsOfOneKindOnly() {
        TrainingSet set = TrainingSet.of(SyntheticData.rows(50, 5, 11).table(), new double[50]);

        assertThatThrownBy(() -> fit(BoostingParameters.builder(), set))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 of 50 rows are positive");
    }

    @Test
    void refusesAnUnknownMonotoneFeature() {
        assertThatThrownBy(() -> fit(BoostingParameters.builder().monotone("nope", 1), SyntheticData.rows(50, 5, 12)))
                .hasMessageContaining("no feature nope");
    }
}
