package io.jenkins.plugins.mlci.shared.learn;

import java.util.Arrays;

/**
 * Cuts one feature into quantile bins. Bin 0 holds missing values; bin b from 1 holds values greater than cut b - 2 and
 * at most cut b - 1. Cuts lie half-way between neighbouring values.
 */
final class Bins {
    private static final int SAMPLE = 100_000;

    private Bins() {}

    /** Rising cuts, at most {@code maxBins - 1}; none when the feature never varies. */
    static double[] cuts(double[] values, int maxBins) {
        int step = Math.max(1, (values.length + SAMPLE - 1) / SAMPLE);
        double[] sorted = new double[(values.length + step - 1) / step];
        int n = 0;
        for (int i = 0; i < values.length; i += step) {
            if (!Double.isNaN(values[i])) {
                sorted[n++] = values[i] + 0.0;
            }
        }
        sorted = Arrays.copyOf(sorted, n);
        Arrays.sort(sorted);
        int distinct = 0;
        for (int i = 0; i < n; i++) {
            if (i == 0 || sorted[i] > sorted[i - 1]) {
                distinct++;
            }
        }
        return distinct <= maxBins ? between(sorted, distinct) : quantiles(sorted, maxBins);
    }

    private static double[] between(double[] sorted, int distinct) {
        double[] cuts = new double[Math.max(0, distinct - 1)];
        int count = 0;
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i] > sorted[i - 1]) {
                cuts[count++] = middle(sorted[i - 1], sorted[i]);
            }
        }
        return cuts;
    }

    /** Closes a bin where it holds its fair share of the values that are left; a frequent value fills one by itself. */
    private static double[] quantiles(double[] sorted, int maxBins) {
        double[] cuts = new double[maxBins - 1];
        int count = 0;
        int begin = 0;
        for (int i = 1; i < sorted.length && count < cuts.length; i++) {
            double fair = (double) (sorted.length - begin) / (maxBins - count);
            if (sorted[i] > sorted[i - 1] && i - begin >= fair) {
                cuts[count++] = middle(sorted[i - 1], sorted[i]);
                begin = i;
            }
        }
        return Arrays.copyOf(cuts, count);
    }

    /** A number with {@code low <= number < high}. */
    private static double middle(double low, double high) {
        double middle = low / 2 + high / 2;
        return middle >= low && middle < high ? middle : low;
    }

    /** The bin of each value. */
    static byte[] assign(double[] values, double[] cuts) {
        byte[] bins = new byte[values.length];
        for (int row = 0; row < values.length; row++) {
            bins[row] = (byte) (Double.isNaN(values[row]) ? 0 : 1 + below(cuts, values[row]));
        }
        return bins;
    }

    private static int below(double[] cuts, double value) {
        int base = 0;
        int length = cuts.length;
        while (length > 0) {
            int half = length >>> 1;
            if (cuts[base + half] < value) {
                base += half + 1;
                length -= half + 1;
            } else {
                length = half;
            }
        }
        return base;
    }
}
