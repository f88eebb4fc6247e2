package io.jenkins.plugins.mlci.shared.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.jenkins.plugins.mlci.shared.feature.FeatureTable;
import io.jenkins.plugins.mlci.shared.model.LinearPredictor;
import io.jenkins.plugins.mlci.shared.model.PortableModel;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import smile.classification.LogisticRegression;

class LogisticRegressionLearnerTest {
    private static final TrainingContext CONTEXT = TrainingContext.seeded(1);

    /** Rows of a true logistic law: log-odds 0.5 + 2a - b. */
    private static TrainingSet rows(int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] columns = new double[2][rows];
        double[] labels = new double[rows];
        for (int row = 0; row < rows; row++) {
            columns[0][row] = random.nextDouble() * 2 - 1;
            columns[1][row] = random.nextDouble() * 6;
            double margin = 0.5 + 2 * columns[0][row] - columns[1][row];
            labels[row] = random.nextDouble() < 1 / (1 + Math.exp(-margin)) ? 1 : 0;
        }
        return TrainingSet.of(FeatureTable.of(SyntheticData.schema(2), columns), labels);
    }

    @Test
    void findsTheLawBehindTheRows() {
        PortableModel model = new LogisticRegressionLearner(1, 0).fit(rows(40_000, 1), CONTEXT);

        FeatureTable probes = FeatureTable.of(SyntheticData.schema(2), new double[][] {{0, 1, 0}, {0, 0, 1}});
        double[] scores = model.scores(probes);
        assertThat(scores[0]).isCloseTo(0.5, within(0.1));
        assertThat(scores[1] - scores[0]).isCloseTo(2, within(0.12));
        assertThat(scores[2] - scores[0]).isCloseTo(-1, within(0.05));
    }

    @Test
    void agreesWithSmile() {
        TrainingSet set = rows(500, 2);
        PortableModel model = new LogisticRegressionLearner(0.1, 0).fit(set, CONTEXT);
        LinearPredictor linear = (LinearPredictor) model.predictor();
        double[][] standardised = new double[500][];
        int[] labels = new int[500];
        for (int row = 0; row < 500; row++) {
            standardised[row] = new double[] {
                (set.table().get(row, 0) - linear.terms().get(0).mean())
                        / linear.terms().get(0).scale(),
                (set.table().get(row, 1) - linear.terms().get(1).mean())
                        / linear.terms().get(1).scale()
            };
            labels[row] = (int) set.labels()[row];
        }

        double[] smile = LogisticRegression.binomial(standardised, labels, 0.1, 1e-10, 1000)
                .coefficients();

        assertThat(linear.terms().get(0).weight()).isCloseTo(smile[0], within(1e-3));
        assertThat(linear.terms().get(1).weight()).isCloseTo(smile[1], within(1e-3));
        assertThat(linear.intercept()).isCloseTo(smile[2], within(1e-3));
    }

    @Test
    void aWeightCountsLikeCopies() {
        TrainingSet set = rows(200, 3);
        double[] weights = new double[200];
        Arrays.setAll(weights, row -> row < 50 ? 2 : 1);
        int[] copies = new int[250];
        Arrays.setAll(copies, i -> i < 200 ? i : i - 200);
        double[] labels =
                Arrays.stream(copies).mapToDouble(i -> set.labels()[i]).toArray();
        LogisticRegressionLearner learner = new LogisticRegressionLearner(1e-6, 0);

        double[] weighted = learner.fit(new TrainingSet(set.table(), set.labels(), weights, null), CONTEXT)
                .scores(set.table());
        double[] copied = learner.fit(TrainingSet.of(set.table().select(copies), labels), CONTEXT)
                .scores(set.table());

        assertThat(weighted).containsExactly(copied, within(1e-5));
    }

    @Test
    void aMissingValueHasAWeightOfItsOwn() {
        TrainingSet full = rows(4000, 4);
        double[] x = full.table().column(0).clone();
        double[] labels = full.labels().clone();
        for (int row = 0; row < x.length; row += 4) {
            x[row] = Double.NaN;
            labels[row] = row % 8 == 0 || row % 12 == 0 ? 1 : 0;
        }
        FeatureTable table = FeatureTable.of(
                SyntheticData.schema(2), new double[][] {x, full.table().column(1)});

        PortableModel model = new LogisticRegressionLearner(1, 0.01).fit(TrainingSet.of(table, labels), CONTEXT);

        LinearPredictor linear = (LinearPredictor) model.predictor();
        assertThat(linear.terms().get(0).missingWeight()).isGreaterThan(0.5);
        assertThat(linear.terms().get(0).missingShare()).isEqualTo(0.25);
    }

    @Test
    void copesWithConstantSeparatingAndEmptyFeatures() {
        double[] constant = new double[100];
        double[] separating = new double[100];
        double[] empty = new double[100];
        double[] labels = new double[100];
        Arrays.fill(constant, 3);
        Arrays.fill(empty, Double.NaN);
        for (int row = 0; row < 100; row++) {
            separating[row] = row;
            labels[row] = row >= 50 ? 1 : 0;
        }
        FeatureTable table = FeatureTable.of(SyntheticData.schema(3), new double[][] {constant, separating, empty});

        double[] probabilities = new LogisticRegressionLearner(1, 0.001)
                .fit(TrainingSet.of(table, labels), CONTEXT)
                .probabilities(table);

        assertThat(probabilities[0]).isLessThan(0.05);
        assertThat(probabilities[99]).isGreaterThan(0.95);
    }

    @Test
    void refusesBadSettings() {
        assertThatThrownBy(() -> new LogisticRegressionLearner(0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LogisticRegressionLearner(1, 0.5)).isInstanceOf(IllegalArgumentException.class);
    }
}
