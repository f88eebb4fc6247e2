package io.jenkins.plugins.mlci.shared.evaluate;

/** A number that says how good predictions are. */
@FunctionalInterface
public interface Metric {
    /**
     * The metric; NaN where it is not defined, for example when all labels are equal.
     *
     * @param labels 0 or 1
     * @param predictions scores or probabilities, as many
     */
    double of(double[] labels, double[] predictions);
}
