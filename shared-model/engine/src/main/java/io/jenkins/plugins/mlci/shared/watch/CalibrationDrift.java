package io.jenkins.plugins.mlci.shared.watch;

import java.util.List;
import java.util.Locale;

/**
 * Compares how many positives the probabilities promised with how many came, over all rows and the more risky half of the
 * promises, by Spiegelhalter's reasoning: under honest probabilities the number has the variance {@code sum p (1 - p)}.
 *
 * <p>Source: D. Spiegelhalter, Probabilistic prediction in patient management, Statistics in Medicine 5 (1986).
 *
 * @param movedSigmas distance in standard deviations that counts as moved, for example 3
 * @param brokenSigmas distance that counts as broken, for example 5
 * @param leastRows rows before anything is said
 */
public record CalibrationDrift(double movedSigmas, double brokenSigmas, int leastRows) {
    private static final double LEAST_VARIANCE = 0.25;

    public CalibrationDrift {
        if (!(movedSigmas > 0 && brokenSigmas >= movedSigmas) || leastRows < 1) {
            throw new IllegalArgumentException(
                    "Calibration drift needs distances above 0, broken not below moved, and at least one row.");
        }
    }

    /** Three and five standard deviations, from 50 rows. */
    public static CalibrationDrift defaults() {
        return new CalibrationDrift(3, 5, 50);
    }

    /**
     * The verdict over live predictions whose outcome is known.
     *
     * @param labels what happened, 0 or 1
     * @param probabilities what had been said, in [0, 1]
     */
    public DriftVerdict judge(double[] labels, double[] probabilities) {
        if (labels.length != probabilities.length) {
            throw new IllegalArgumentException(
                    "There are " + labels.length + " labels for " + probabilities.length + " probabilities.");
        }
        if (labels.length < leastRows) {
            return new DriftVerdict(DriftLevel.UNKNOWN, List.of());
        }
        double promised = 0;
        for (double probability : probabilities) {
            promised += probability;
        }
        double mean = promised / probabilities.length;
        DriftVerdict all = judge("all rows", labels, probabilities, Double.NEGATIVE_INFINITY);
        DriftVerdict risky = judge("rows with a risk above " + percent(mean), labels, probabilities, mean);
        return DriftVerdict.worst(List.of(all, risky));
    }

    private DriftVerdict judge(String rows, double[] labels, double[] probabilities, double above) {
        double promised = 0;
        double came = 0;
        double variance = 0;
        int count = 0;
        for (int i = 0; i < labels.length; i++) {
            if (probabilities[i] > above) {
                promised += probabilities[i];
                came += labels[i];
                variance += probabilities[i] * (1 - probabilities[i]);
                count++;
            }
        }
        double sigmas = Math.abs(came - promised) / Math.sqrt(Math.max(variance, LEAST_VARIANCE));
        if (sigmas < movedSigmas) {
            return new DriftVerdict(DriftLevel.STABLE, List.of());
        }
        return DriftVerdict.of(
                sigmas < brokenSigmas ? DriftLevel.MOVED : DriftLevel.BROKEN,
                String.format(
                        Locale.ROOT,
                        "Of %d %s, %.0f were positive where %.1f were expected (%.1f standard deviations).",
                        count,
                        rows,
                        came,
                        promised,
                        sigmas));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
