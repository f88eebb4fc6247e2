package io.jenkins.plugins.mlci.shared.model;

/**
 * Platt scaling of the log-odds: {@code sigmoid(slope * logit(p) + intercept)}.
 *
 * <p>Source: J. Platt, Probabilistic outputs for support vector machines, 1999.
 *
 * @param slope 0 or more, so that ranks stay
 * @param intercept finite
 */
public record PlattCalibration(double slope, double intercept) implements Calibration {
    public PlattCalibration {
        if (!(slope >= 0) || Double.isInfinite(slope) || !Double.isFinite(intercept)) {
            throw new ModelFormatException(
                    "A Platt calibration needs a finite slope of 0 or more and a finite intercept, not " + slope
                            + " and " + intercept + ".");
        }
    }

    @Override
    public double calibrate(double probability) {
        return LogOdds.probability(slope * LogOdds.of(probability) + intercept);
    }
}
