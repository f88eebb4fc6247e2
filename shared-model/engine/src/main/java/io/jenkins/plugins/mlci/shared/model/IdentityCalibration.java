package io.jenkins.plugins.mlci.shared.model;

/** No calibration: the model's probability is taken as it is. */
public record IdentityCalibration() implements Calibration {
    @Override
    public double calibrate(double probability) {
        return probability;
    }
}
