package io.jenkins.plugins.mlci.shared.watch;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Compares how many positives the probabilities promised with how many came, over all rows and over those with a promise above the mean. Under
 * honest probabilities the number of positives has the Poisson binomial distribution; its tail says how probable a distance like this
 * one is by chance. It is computed exactly, since a normal approximation takes a few rare events for a drift.
 *
 * <p>Source: the comparison is that of D. Spiegelhalter, Probabilistic prediction in patient management, Statistics in Medicine 5 (1986).
 *
 * @param moved the chance below which promises count as moved, for example 0.001
 * @param broken the chance below which they count as broken, for example 0.000001
 * @param leastRows rows before anything is said
 */
public record CalibrationDrift(double moved, double broken, int leastRows) {
    private static final double MILLION = 1e6;

    public CalibrationDrift {
        if (!(broken > 0 && moved >= broken && moved < 1) || leastRows < 1) {
            throw new IllegalArgumentException(
                    "Calibration drift needs chances between 0 and 1, broken not above moved, and at least one row.");
        }
    }

    /** One in a thousand and one in a million, from 50 rows. */
    public static CalibrationDrift defaults() {
        return new CalibrationDrift(1e-3, 1e-6, 50);
    }

    /**
     * The verdict over live predictions whose outcome is known.
     *
     * @param labels what happened, 0 or 1
     * @param probabilities what had been said, in [0, 1]
     */
    public DriftVerdict judge(double[] labels, double[] probabilities) {
        return DriftVerdict.worst(
                gaps(labels, probabilities).stream().map(this::verdict).toList());
    }

    /**
     * How many positives more came than were promised, in that of the two groups of rows where chance explains the distance least.
     *
     * @return above 0 where more came, below 0 where fewer did; 0 for too few rows
     */
    public double excess(double[] labels, double[] probabilities) {
        return gaps(labels, probabilities).stream()
                .findFirst()
                .map(gap -> gap.came - gap.promised)
                .orElse(0.0);
    }

    /**
     * What was promised to some rows, and what came.
     *
     * @param chance that honest promises are missed so far or further on this side
     */
    private record Gap(String which, int count, int came, double promised, double chance) {}

    /** That first which chance explains least. */
    private List<Gap> gaps(double[] labels, double[] probabilities) {
        if (labels.length != probabilities.length) {
            throw new IllegalArgumentException(
                    "There are " + labels.length + " labels for " + probabilities.length + " probabilities.");
        }
        if (labels.length < leastRows) {
            return List.of();
        }
        double mean = Arrays.stream(probabilities).average().orElse(0);
        return Stream.of(
                        gap("", labels, probabilities, Double.NEGATIVE_INFINITY),
                        gap(" above " + percent(mean), labels, probabilities, mean))
                .sorted(Comparator.comparingDouble(Gap::chance))
                .toList();
    }

    private static Gap gap(String which, double[] labels, double[] probabilities, double above) {
        double[] promises =
                Arrays.stream(probabilities).filter(each -> each > above).toArray();
        int came = 0;
        for (int i = 0; i < labels.length; i++) {
            came += probabilities[i] > above && labels[i] > 0 ? 1 : 0;
        }
        double promised = Arrays.stream(promises).sum();
        double chance = came > promised
                ? 1 - PoissonBinomial.atMost(promises, came - 1)
                : PoissonBinomial.atMost(promises, came);
        return new Gap(which, promises.length, came, promised, chance);
    }

    private DriftVerdict verdict(Gap gap) {
        if (gap.chance >= moved) {
            return new DriftVerdict(DriftLevel.STABLE, List.of());
        }
        return DriftVerdict.of(
                gap.chance >= broken ? DriftLevel.MOVED : DriftLevel.BROKEN,
                String.format(
                        Locale.ROOT,
                        "Of %d predictions%s %d came true where %.1f were expected; by chance that happens %s.",
                        gap.count,
                        gap.which,
                        gap.came,
                        gap.promised,
                        often(gap.chance)));
    }

    private static String often(double chance) {
        return chance * MILLION < 1
                ? "less than once in a million times"
                : String.format(Locale.ROOT, "once in %,.0f times", 1 / chance);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
