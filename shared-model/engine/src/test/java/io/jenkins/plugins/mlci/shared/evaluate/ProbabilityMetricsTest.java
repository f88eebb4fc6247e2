package io.jenkins.plugins.mlci.shared.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ProbabilityMetricsTest {
    private static final double[] LABELS = {1, 0, 1, 0};
    private static final double[] PROBABILITIES = {0.9, 0.2, 0.4, 0.2};

    @Test
    void brierIsTheMeanSquaredDistance() {
        assertThat(ProbabilityMetrics.brier(LABELS, PROBABILITIES))
                .isCloseTo((0.01 + 0.04 + 0.36 + 0.04) / 4, within(1e-12));
    }

    @Test
    void logLossIsTheMeanSurpriseAndStaysFinite() {
        assertThat(ProbabilityMetrics.logLoss(LABELS, PROBABILITIES))
                .isCloseTo(-(Math.log(0.9) + 2 * Math.log(0.8) + Math.log(0.4)) / 4, within(1e-12));
        assertThat(ProbabilityMetrics.logLoss(new double[] {1}, new double[] {0}))
                .isFinite();
    }

    @Test
    void calibrationErrorWeighsBinsByRows() {
        // Bins: {0.2, 0.2} observed 0; {0.4} observed 1; {0.9} observed 1.
        assertThat(ProbabilityMetrics.calibrationError(LABELS, PROBABILITIES))
                .isCloseTo((2 * 0.2 + 0.6 + 0.1) / 4, within(1e-12));
    }

    @Test
    void theTableLeavesOutEmptyBinsAndKeepsOneInTheLast() {
        CalibrationTable table = CalibrationTable.of(new double[] {1, 0, 1}, new double[] {1, 0.05, 0.95}, 10);

        assertThat(table.bins())
                .containsExactly(
                        new CalibrationTable.Bin(0, 0.1, 1, 0.05, 0), new CalibrationTable.Bin(0.9, 1, 2, 0.975, 1));
    }

    @Test
    void refusesWhatIsNoProbability() {
        assertThatThrownBy(() -> ProbabilityMetrics.brier(new double[] {1}, new double[] {1.1}))
                .hasMessageContaining("between 0 and 1");
        assertThatThrownBy(() -> CalibrationTable.of(new double[0], new double[0], 0))
                .hasMessageContaining("at least one bin");
    }
}
