package io.jenkins.plugins.mlci.shared.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jenkins.plugins.mlci.shared.evaluate.ProbabilityMetrics;
import io.jenkins.plugins.mlci.shared.model.Calibration;
import io.jenkins.plugins.mlci.shared.model.IsotonicCalibration;
import io.jenkins.plugins.mlci.shared.model.LogOdds;
import io.jenkins.plugins.mlci.shared.model.PortableModel;
import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CalibratorTest {
    /** Probabilities that are too sure of themselves: their log-odds are twice the true ones, and one too high. */
    private static double[][] overconfident(int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] result = new double[2][rows];
        for (int row = 0; row < rows; row++) {
            double margin = random.nextDouble() * 6 - 4;
            result[0][row] = LogOdds.probability(2 * margin + 1);
            result[1][row] = random.nextDouble() < LogOdds.probability(margin) ? 1 : 0;
        }
        return result;
    }

    @ParameterizedTest
    @EnumSource(names = {"PLATT", "BETA", "ISOTONIC"})
    void makesProbabilitiesHonestOnNewRows(Calibrator calibrator) {
        double[][] learned = overconfident(5000, 1);
        double[][] fresh = overconfident(5000, 2);

        Calibration calibration = calibrator.fit(learned[0], learned[1], null);

        double[] calibrated =
                Arrays.stream(fresh[0]).map(calibration::calibrate).toArray();
        assertThat(ProbabilityMetrics.calibrationError(fresh[1], fresh[0])).isGreaterThan(0.1);
        assertThat(ProbabilityMetrics.calibrationError(fresh[1], calibrated)).isLessThan(0.03);
        assertThat(ProbabilityMetrics.logLoss(fresh[1], calibrated))
                .isLessThan(ProbabilityMetrics.logLoss(fresh[1], fresh[0]));
    }

    @ParameterizedTest
    @EnumSource
    void neverTurnsRanksAroundEvenWhereScoresAreUpsideDown(Calibrator calibrator) {
        double[][] rows = overconfident(500, 3);
        double[] upsideDown = Arrays.stream(rows[0]).map(p -> 1 - p).toArray();

        Calibration calibration = calibrator.fit(upsideDown, rows[1], null);

        for (double p = 0; p < 1; p += 0.01) {
            assertThat(calibration.calibrate(p + 0.01)).isGreaterThanOrEqualTo(calibration.calibrate(p));
        }
    }

    @Test
    void isotonicPoolsNeighboursThatViolateTheOrder() {
        IsotonicCalibration line = (IsotonicCalibration) Calibrator.ISOTONIC.fit(
                new double[] {0.1, 0.2, 0.3, 0.4}, new double[] {0, 1, 0, 1}, new double[] {1, 1, 3, 1});

        assertThat(line.inputs()).containsExactly(0.1, 0.2, 0.3, 0.4);
        assertThat(line.outputs()).containsExactly(0.0, 0.25, 0.25, 1.0);
    }

    @Property(tries = 100)
    void isotonicAcceptsAnyRows(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] p = random.ints(50, 0, 10).mapToDouble(i -> i / 9.0).toArray();
        double[] labels = random.ints(50, 0, 2).asDoubleStream().toArray();

        Calibration calibration = Calibrator.ISOTONIC.fit(p, labels, null);

        double sum = Arrays.stream(p).map(calibration::calibrate).sum();
        assertThat(sum).isCloseTo(Arrays.stream(labels).sum(), within(1e-9));
    }

    @Test
    void aCalibratedLearnerSaysHowGoodItWasOnHeldOutRows() {
        Learner boosting = new GradientBoosting(
                BoostingParameters.builder().trees(100).learningRate(0.5).build());
        TrainingSet set = SyntheticData.rows(3000, 6, 4);
        TrainingSet fresh = SyntheticData.rows(3000, 6, 5);
        TrainingContext context = TrainingContext.seeded(1);

        PortableModel plain = boosting.fit(set, context);
        PortableModel calibrated = new CalibratedLearner(boosting, Calibrator.PLATT, 0.3).fit(set, context);

        assertThat(calibrated.provenance().metrics().get("heldOutRocAuc")).isBetween(0.7, 0.9);
        assertThat(calibrated.provenance().rows()).isEqualTo(3000);
        assertThat(ProbabilityMetrics.calibrationError(fresh.labels(), calibrated.probabilities(fresh.table())))
                .isLessThan(ProbabilityMetrics.calibrationError(fresh.labels(), plain.probabilities(fresh.table())));
    }

    @Test
    void staysUncalibratedAndSaysSoWhenTheLatestRowsAreOfOneKind() {
        double[] labels = new double[500];
        Arrays.fill(labels, 0, 100, 1);
        TrainingSet set = TrainingSet.of(SyntheticData.rows(500, 5, 6).table(), labels);

        PortableModel model = new CalibratedLearner(new LogisticRegressionLearner(1, 0), Calibrator.ISOTONIC, 0.3)
                .fit(set, TrainingContext.seeded(1));

        assertThat(model.calibration()).isEqualTo(Calibration.identity());
        assertThat(model.provenance().notes()).contains("Not calibrated");
    }
}
