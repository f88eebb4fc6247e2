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

    /** The thresholds of one feature. */
    double[] of(int feature) {
        return byFeature[feature];
    }

    /** How many of the rising numbers are less than the value; the value is not NaN. */
    static int below(double[] rising, double value) {
        int base = 0;
        int length = rising.length;
        while (length > 0) {
            int half = length >>> 1;
            if (rising[base + half] < value) {
                base += half + 1;
                length -= half + 1;
            } else {
                length = half;
            }
        }
        return base;
    }
}
