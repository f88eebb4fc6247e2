package io.jenkins.plugins.mlci.shared.feature;

import java.util.Arrays;

/** A long row of numbers of which most are 0: only the others are kept, by rising index. Never changes. */
public final class SparseVector {
    /** All zeros. */
    public static final SparseVector EMPTY = new SparseVector(new int[0], new float[0]);

    private final int[] indices;
    private final float[] values;

    private SparseVector(int[] indices, float[] values) {
        this.indices = indices;
        this.values = values;
    }

    /**
     * A vector.
     *
     * @param indices 0 or more, strictly rising
     * @param values finite, as many
     */
    public static SparseVector of(int[] indices, float[] values) {
        if (indices.length != values.length) {
            throw new IllegalArgumentException(
                    "A sparse vector has " + indices.length + " indices for " + values.length + " values.");
        }
        for (int i = 0; i < indices.length; i++) {
            if (indices[i] < 0 || i > 0 && indices[i] <= indices[i - 1] || !Float.isFinite(values[i])) {
                throw new IllegalArgumentException(
                        "A sparse vector needs rising indices of 0 or more and finite values; entry " + i + " has "
                                + indices[i] + " and " + values[i] + ".");
            }
        }
        return new SparseVector(indices.clone(), values.clone());
    }

    /** How many entries are kept. */
    public int size() {
        return indices.length;
    }

    /** Index of the n-th entry. */
    public int index(int n) {
        return indices[n];
    }

    /** Value of the n-th entry. */
    public float value(int n) {
        return values[n];
    }

    /** Sum of the products with a dense row; entries behind its end count nothing. */
    public double dot(float[] dense) {
        double sum = 0;
        for (int i = 0; i < indices.length && indices[i] < dense.length; i++) {
            sum += (double) values[i] * dense[indices[i]];
        }
        return sum;
    }

    /** Sum of the products with another vector. */
    public double dot(SparseVector other) {
        double sum = 0;
        int j = 0;
        for (int i = 0; i < indices.length; i++) {
            while (j < other.indices.length && other.indices[j] < indices[i]) {
                j++;
            }
            if (j < other.indices.length && other.indices[j] == indices[i]) {
                sum += (double) values[i] * other.values[j];
            }
        }
        return sum;
    }

    /** Adds a multiple of this vector to a dense row, which must be long enough. */
    public void addTo(float[] dense, double factor) {
        for (int i = 0; i < indices.length; i++) {
            dense[indices[i]] += (float) (factor * values[i]);
        }
    }

    /** Sum of the squares of the values. */
    public double squaredLength() {
        double sum = 0;
        for (float value : values) {
            sum += (double) value * value;
        }
        return sum;
    }

    /** The same direction with length 1; all zeros stay so. */
    public SparseVector normalised() {
        double length = Math.sqrt(squaredLength());
        if (length == 0) {
            return this;
        }
        float[] scaled = new float[values.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (float) (values[i] / length);
        }
        return new SparseVector(indices, scaled);
    }

    /** Each entry times the number of a dense row at its index; entries that become 0, or lie behind its end, are left out. */
    public SparseVector times(float[] dense) {
        int[] kept = new int[indices.length];
        float[] products = new float[indices.length];
        int size = 0;
        for (int i = 0; i < indices.length && indices[i] < dense.length; i++) {
            float product = values[i] * dense[indices[i]];
            if (product != 0) {
                kept[size] = indices[i];
                products[size++] = product;
            }
        }
        return new SparseVector(Arrays.copyOf(kept, size), Arrays.copyOf(products, size));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SparseVector vector
                && Arrays.equals(indices, vector.indices)
                && Arrays.equals(values, vector.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(indices) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.toString(indices) + "=" + Arrays.toString(values);
    }
}
