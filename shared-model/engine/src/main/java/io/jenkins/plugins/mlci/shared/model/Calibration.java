package io.jenkins.plugins.mlci.shared.model;

/** Maps an uncalibrated probability to one that can be trusted as a frequency. Never decreasing, so ranks stay. */
public sealed interface Calibration
        permits IdentityCalibration, PlattCalibration, BetaCalibration, IsotonicCalibration {
    /** The calibrated probability in [0, 1] for an uncalibrated one in [0, 1]. */
    double calibrate(double probability);

    /** Keeps probabilities as they are. */
    static Calibration identity() {
        return new IdentityCalibration();
    }
}
