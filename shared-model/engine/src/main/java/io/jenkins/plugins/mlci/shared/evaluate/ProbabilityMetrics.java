package io.jenkins.plugins.mlci.shared.evaluate;

/** Metrics of probabilities; less is better. */
public final class ProbabilityMetrics {
    private static final double LEAST = 1e-15;

    private ProbabilityMetrics() {}

    /** Mean squared distance between probability and label, in [0, 1] (G. Brier, 1950); NaN without rows. */
    public static double brier(double[] labels, double[] probabilities) {
        Arguments.checkProbabilities(labels, probabilities);
        double sum = 0;
        for (int i = 0; i < labels.length; i++) {
            double distance = probabilities[i] - labels[i];
            sum += distance * distance;
        }
        return sum / labels.length;
    }

    /** Mean negative log-likelihood in nats; probabilities are held within 1e-15 of the ends; NaN without rows. */
    public static double logLoss(double[] labels, double[] probabilities) {
        Arguments.checkProbabilities(labels, probabilities);
        double sum = 0;
        for (int i = 0; i < labels.length; i++) {
            double p = Math.min(1 - LEAST, Math.max(LEAST, probabilities[i]));
            sum -= labels[i] > 0 ? Math.log(p) : Math.log1p(-p);
        }
        return sum / labels.length;
    }

    /**
     * Expected calibration error: mean distance between probability and frequency over ten bins of equal width, weighed
     * by rows. In [0, 1]; NaN without rows.
     */
    public static double calibrationError(double[] labels, double[] probabilities) {
        return CalibrationTable.of(labels, probabilities, 10).expectedError();
    }
}
