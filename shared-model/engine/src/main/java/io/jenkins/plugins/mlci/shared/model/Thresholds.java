package io.jenkins.plugins.mlci.shared.model;

import java.util.Arrays;

/** The distinct thresholds of each feature, rising. A value's code is the number of thresholds below it. */
final class Thresholds {
    private final double[][] byFeature;

    Thresholds(int features, TreeArrays trees) {
        int[] counts = new int[features];
        for (int feature : trees.feature()) {
            if (feature >= 0) {
                counts[feature]++;
            }
        }
        byFeature = new double[features][];
        for (int f = 0; f < features; f++) {
            byFeature[f] = new double[counts[f]];
        }
        for (int node = 0; node < trees.nodes(); node++) {
            int feature = trees.feature()[node];
            if (feature >= 0) {
                // Adding zero turns -0.0 into 0.0, which sorting would otherwise keep apart.
                byFeature[feature][--counts[feature]] = trees.threshold()[node] + 0.0;
            }
        }
        for (int f = 0; f < features; f++) {
            byFeature[f] = Arrays.stream(byFeature[f]).sorted().distinct().toArray();
        }
    }

    /** Where this threshold stands among those of the feature. */
    int rank(int feature, double threshold) {
        return Arrays.binarySearch(byFeature[feature], threshold + 0.0);
    }

    /** The thresholds of one feature, filled up with infinities to a power of two: what {@link #below} needs. */
    double[] padded(int feature) {
        double[] rising = byFeature[feature];
        double[] padded = Arrays.copyOf(rising, Integer.highestOneBit(rising.length) * 2);
        Arrays.fill(padded, rising.length, padded.length, Double.POSITIVE_INFINITY);
        return padded;
    }

    /**
     * How many of the padded thresholds are less than the value; the value is not NaN. A binary search without branches:
     * the sign bit of a difference of finite doubles is set exactly when the first is less.
     */
    static int below(double[] padded, double value) {
        int position = 0;
        for (int step = padded.length >>> 1; step > 0; step >>= 1) {
            long less = Double.doubleToRawLongBits(padded[position + step - 1] - value) >>> 63;
            position += step & -(int) less;
        }
        return position;
    }
}
