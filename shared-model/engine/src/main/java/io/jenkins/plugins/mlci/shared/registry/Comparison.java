package io.jenkins.plugins.mlci.shared.registry;

import io.jenkins.plugins.mlci.shared.evaluate.Bootstrap;
import io.jenkins.plugins.mlci.shared.evaluate.Interval;
import io.jenkins.plugins.mlci.shared.evaluate.Metric;
import java.util.Locale;

/**
 * Says whether a candidate may come into force, from predictions that both made before the outcome was known.
 *
 * @param metric more is better
 * @param tolerance how much worse the candidate may be at the lower end of the interval, in units of the metric
 * @param minPositives positives that must have been seen before anything is said
 * @param bootstrap the interval of the difference
 */
public record Comparison(Metric metric, double tolerance, int minPositives, Bootstrap bootstrap) {
    public Comparison {
        if (!(tolerance >= 0) || minPositives < 1) {
            throw new IllegalArgumentException(
                    "A comparison needs a tolerance of 0 or more and at least one positive to judge by.");
        }
    }

    /**
     * What came out.
     *
     * @param notWorse whether the candidate may come into force
     * @param difference candidate less incumbent
     * @param reason a sentence
     */
    public record Verdict(boolean notWorse, Interval difference, String reason) {}

    /**
     * Compares predictions on the same rows.
     *
     * @param labels what really happened, 0 or 1
     * @param candidate what the new version said
     * @param incumbent what the version in force said, or where there is none the heuristic that would be replaced
     */
    public Verdict judge(double[] labels, double[] candidate, double[] incumbent) {
        long positives =
                java.util.Arrays.stream(labels).filter(label -> label > 0).count();
        if (positives < minPositives) {
            return new Verdict(
                    false,
                    new Interval(Double.NaN, Double.NaN, Double.NaN),
                    "Only " + positives + " of the " + minPositives + " positives that are needed have been seen.");
        }
        Interval difference = bootstrap.difference(metric, labels, candidate, incumbent);
        boolean notWorse = difference.low() >= -tolerance;
        String numbers = String.format(
                Locale.ROOT,
                "%+.4f (between %+.4f and %+.4f) over %d rows",
                difference.estimate(),
                difference.low(),
                difference.high(),
                labels.length);
        return new Verdict(
                notWorse,
                difference,
                notWorse
                        ? "It is not worse than what it replaces: " + numbers + "."
                        : "It may be worse than what it would replace: " + numbers + ".");
    }
}
