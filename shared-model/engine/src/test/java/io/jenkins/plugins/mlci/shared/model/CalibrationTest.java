package io.jenkins.plugins.mlci.shared.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    @Test
    void plattMovesTheLogOdds() {
        assertThat(new PlattCalibration(1, 0).calibrate(0.3)).isCloseTo(0.3, within(1e-12));
        assertThat(new PlattCalibration(2, 0).calibrate(0.8)).isCloseTo(16.0 / 17, within(1e-12));
        assertThat(new PlattCalibration(1, Math.log(3)).calibrate(0.5)).isCloseTo(0.75, within(1e-12));
    }

    @Test
    void betaWithEqualWeightsIsPlatt() {
        assertThat(new BetaCalibration(2, 2, 0.3).calibrate(0.7))
                .isCloseTo(new PlattCalibration(2, 0.3).calibrate(0.7), within(1e-12));
    }

    @Test
    void isotonicIsStraightBetweenItsPointsAndFlatOutside() {
        Calibration line = new IsotonicCalibration(List.of(0.2, 0.6), List.of(0.1, 0.5));

        assertThat(line.calibrate(0.0)).isEqualTo(0.1);
        assertThat(line.calibrate(0.4)).isCloseTo(0.3, within(1e-12));
        assertThat(line.calibrate(0.6)).isEqualTo(0.5);
        assertThat(line.calibrate(1.0)).isEqualTo(0.5);
    }

    @Test
    void extremesStayProbabilities() {
        for (Calibration calibration :
                List.of(Calibration.identity(), new PlattCalibration(3, -1), new BetaCalibration(1, 2, 0))) {
            assertThat(calibration.calibrate(0)).isBetween(0.0, 1.0);
            assertThat(calibration.calibrate(1)).isBetween(0.0, 1.0);
        }
    }

    @Test
    void refusesWhatWouldTurnRanksAround() {
        assertThatThrownBy(() -> new PlattCalibration(-1, 0)).isInstanceOf(ModelFormatException.class);
        assertThatThrownBy(() -> new BetaCalibration(-1, 0, 0)).isInstanceOf(ModelFormatException.class);
        assertThatThrownBy(() -> new IsotonicCalibration(List.of(0.1, 0.2), List.of(0.5, 0.4)))
                .isInstanceOf(ModelFormatException.class);
        assertThatThrownBy(() -> new IsotonicCalibration(List.of(0.1, 0.1), List.of(0.5, 0.6)))
                .isInstanceOf(ModelFormatException.class);
        assertThatThrownBy(() -> new IsotonicCalibration(List.of(0.1), List.of(Double.NaN)))
                .isInstanceOf(ModelFormatException.class);
    }
}
