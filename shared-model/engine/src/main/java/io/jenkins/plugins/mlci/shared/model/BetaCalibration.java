package io.jenkins.plugins.mlci.shared.model;

/**
 * Beta calibration: {@code sigmoid(a * ln(p) - b * ln(1 - p) + c)}.
 *
 * <p>Source: M. Kull, T. Silva Filho, P. Flach, Beta calibration, AISTATS 2017.
 *
 * @param a weight of {@code ln(p)}, 0 or more
 * @param b weight of {@code -ln(1 - p)}, 0 or more
 * @param c intercept
 */
public record BetaCalibration(double a, double b, double c) implements Calibration {
    private static final double LEAST = 1e-15;

    public BetaCalibration {
        if (!(a >= 0) || !(b >= 0) || !Double.isFinite(a + b) || !Double.isFinite(c)) {
            throw new ModelFormatException("A beta calibration needs finite a and b of 0 or more and a finite c.");
        }
    }

    @Override
    public double calibrate(double probability) {
        double p = Math.min(1 - LEAST, Math.max(LEAST, probability));
        return LogOdds.probability(a * Math.log(p) - b * Math.log1p(-p) + c);
    }
}
