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

    /** The thresholds of one feature, made ready to look values up. */
    ThresholdIndex index(int feature) {
        return new ThresholdIndex(byFeature[feature]);
    }
}
