package io.jenkins.plugins.mlci.shared.evaluate;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Percentile intervals from rows drawn again with replacement.
 *
 * <p>Source: B. Efron, R. Tibshirani, An introduction to the bootstrap, 1993.
 *
 * @param resamples how often to draw, at least 20; 1,000 is usual
 * @param level of confidence, between 0 and 1
 * @param seed of the draws
 */
public record Bootstrap(int resamples, double level, long seed) {
    public Bootstrap {
        if (resamples < 20 || !(level > 0 && level < 1)) {
            throw new IllegalArgumentException("A bootstrap needs at least 20 resamples and a level between 0 and 1.");
        }
    }

    /** The interval of a metric. Draws where it is not defined are left out; NaN ends when none is left. */
    public Interval interval(Metric metric, double[] labels, double[] predictions) {
        return interval(labels.length, rows -> metric.of(pick(labels, rows), pick(predictions, rows)));
    }

    /** The interval of the candidate's metric less the incumbent's, both on the same draws. */
    public Interval difference(Metric metric, double[] labels, double[] candidate, double[] incumbent) {
        return interval(labels.length, rows -> {
            double[] drawn = pick(labels, rows);
            return metric.of(drawn, pick(candidate, rows)) - metric.of(drawn, pick(incumbent, rows));
        });
    }

    private Interval interval(int n, ToDoubleFunction<int[]> statistic) {
        int[] rows = new int[n];
        Arrays.setAll(rows, i -> i);
        double estimate = statistic.applyAsDouble(rows);
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[resamples];
        int defined = 0;
        for (int resample = 0; n > 0 && resample < resamples; resample++) {
            Arrays.setAll(rows, i -> random.nextInt(n));
            double value = statistic.applyAsDouble(rows);
            if (!Double.isNaN(value)) {
                values[defined++] = value;
            }
        }
        if (defined == 0) {
            return new Interval(estimate, Double.NaN, Double.NaN);
        }
        Arrays.sort(values, 0, defined);
        double tail = (1 - level) / 2;
        int low = (int) Math.floor(tail * (defined - 1));
        return new Interval(estimate, values[low], values[defined - 1 - low]);
    }

    private static double[] pick(double[] values, int[] rows) {
        double[] picked = new double[rows.length];
        Arrays.setAll(picked, i -> values[rows[i]]);
        return picked;
    }
}
