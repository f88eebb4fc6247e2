package io.jenkins.plugins.mlci.shared.model;

import java.util.Arrays;

/**
 * The distinct features asked on the way to a node, and for each number of them that are known the share of orders in
 * which that happens; the path {@code m} of the TreeSHAP paper. Immutable once built.
 */
final class DecisionPath {
    private final int[] features;
    private final double[] zero;
    private final double[] one;
    private final double[] weight;

    /** An empty path. */
    DecisionPath() {
        this(new int[0], new double[0], new double[0], new double[0]);
    }

    private DecisionPath(int[] features, double[] zero, double[] one, double[] weight) {
        this.features = features;
        this.zero = zero;
        this.one = one;
        this.weight = weight;
    }

    int length() {
        return features.length;
    }

    int feature(int i) {
        return features[i];
    }

    /** Share of training rows that go this way when the feature is not known. */
    double zero(int i) {
        return zero[i];
    }

    /** 1 when the row goes this way where the feature is known, else 0. */
    double one(int i) {
        return one[i];
    }

    /** Where the feature stands, or -1; the first entry is no feature. */
    int indexOf(int feature) {
        for (int i = 1; i < features.length; i++) {
            if (features[i] == feature) {
                return i;
            }
        }
        return -1;
    }

    /** EXTEND of the paper. */
    DecisionPath extended(double zeroShare, double oneShare, int feature) {
        int last = features.length;
        DecisionPath longer = new DecisionPath(
                Arrays.copyOf(features, last + 1),
                Arrays.copyOf(zero, last + 1),
                Arrays.copyOf(one, last + 1),
                Arrays.copyOf(weight, last + 1));
        longer.features[last] = feature;
        longer.zero[last] = zeroShare;
        longer.one[last] = oneShare;
        double[] w = longer.weight;
        w[last] = last == 0 ? 1 : 0;
        for (int i = last - 1; i >= 0; i--) {
            w[i + 1] += oneShare * w[i] * (i + 1) / (last + 1);
            w[i] = zeroShare * w[i] * (last - i) / (last + 1);
        }
        return longer;
    }

    /** UNWIND of the paper: the path as if this entry had never been added. */
    DecisionPath without(int entry) {
        double[] unwound = unwound(entry);
        int last = features.length - 1;
        return new DecisionPath(
                drop(features, entry), drop(zero, entry), drop(one, entry), Arrays.copyOf(unwound, last));
    }

    /** The sum of the weights of {@link #without}. */
    double sumWithout(int entry) {
        double sum = 0;
        for (double value : unwound(entry)) {
            sum += value;
        }
        return sum;
    }

    private double[] unwound(int entry) {
        int last = features.length - 1;
        double[] w = new double[last];
        double next = weight[last];
        for (int i = last - 1; i >= 0; i--) {
            if (one[entry] != 0) {
                w[i] = next * (last + 1) / ((i + 1) * one[entry]);
                next = weight[i] - w[i] * zero[entry] * (last - i) / (last + 1);
            } else {
                w[i] = weight[i] * (last + 1) / (zero[entry] * (last - i));
            }
        }
        return w;
    }

    private static int[] drop(int[] values, int entry) {
        int[] rest = Arrays.copyOf(values, values.length - 1);
        System.arraycopy(values, entry + 1, rest, entry, rest.length - entry);
        return rest;
    }

    private static double[] drop(double[] values, int entry) {
        double[] rest = Arrays.copyOf(values, values.length - 1);
        System.arraycopy(values, entry + 1, rest, entry, rest.length - entry);
        return rest;
    }
}
