package io.jenkins.plugins.mlci.deploygate.strategy;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * How long failures stay hidden: the time from the start of a failed deployment to when its failure was known. Quantiles of
 * what was seen, pulled towards a prior on a logarithmic scale where little was seen, so that one failure found after a week
 * does not make every soak a week.
 *
 * @param sorted what was seen in this environment, in minutes, rising
 */
public record DetectionTimes(List<Double> sorted) {
    /** Half of the failures of public deployment repositories were rolled back within about an hour. */
    private static final double PRIOR_MEDIAN_MINUTES = 60;

    /** Spread of the natural logarithm: a quarter is found after more than three hours. */
    private static final double PRIOR_SPREAD = 1.8;

    /** The prior counts as much as this many failures. */
    private static final double PRIOR_FAILURES = 5;

    private static final double LEAST_MINUTES = 1;

    public DetectionTimes {
        sorted = sorted.stream().map(m -> Math.max(LEAST_MINUTES, m)).sorted().toList();
    }

    /** From durations in any order. */
    public static DetectionTimes of(List<Duration> seen) {
        return new DetectionTimes(
                seen.stream().map(each -> each.toMillis() / 60_000.0).toList());
    }

    /**
     * After how long this share of the failures is known.
     *
     * @param share (0, 1)
     */
    public Duration within(double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("The share of failures must lie between 0 and 1, not " + share + ".");
        }
        double prior = Math.log(PRIOR_MEDIAN_MINUTES) + PRIOR_SPREAD * normalQuantile(share);
        double weight = sorted.size() / (sorted.size() + PRIOR_FAILURES);
        double seen = sorted.isEmpty() ? prior : seenQuantile(share);
        double minutes = Math.exp(weight * seen + (1 - weight) * prior);
        return Duration.ofSeconds(Math.max(60, Math.round(minutes * 60)));
    }

    /** Share of the failures that are known after this time, as {@link #within} sees it. */
    public double knownAfter(Duration time) {
        double low = 0.001;
        double high = 0.999;
        for (int i = 0; i < 30; i++) {
            double middle = (low + high) / 2;
            if (within(middle).compareTo(time) <= 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private double seenQuantile(double share) {
        double[] logs = sorted.stream().mapToDouble(Math::log).toArray();
        Arrays.sort(logs);
        double position = share * (logs.length - 1);
        int below = (int) position;
        int above = Math.min(logs.length - 1, below + 1);
        return logs[below] + (position - below) * (logs[above] - logs[below]);
    }

    /** Standard normal quantile by bisection of its distribution function, which is good to 1e-7 here. */
    private static double normalQuantile(double share) {
        double low = -6;
        double high = 6;
        for (int i = 0; i < 50; i++) {
            double middle = (low + high) / 2;
            if (normal(middle) < share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** Source: M. Abramowitz, I. Stegun, Handbook of mathematical functions, 26.2.17. */
    private static double normal(double x) {
        double t = 1 / (1 + 0.2316419 * Math.abs(x));
        double tail = Math.exp(-x * x / 2)
                / Math.sqrt(2 * Math.PI)
                * t
                * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return x >= 0 ? 1 - tail : tail;
    }
}
