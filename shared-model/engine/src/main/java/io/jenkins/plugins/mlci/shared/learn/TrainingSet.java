package io.jenkins.plugins.mlci.shared.learn;

import io.jenkins.plugins.mlci.shared.feature.FeatureTable;
import java.util.Arrays;

/**
 * Labelled rows, oldest first.
 *
 * @param table the features
 * @param labels one a row: 0 or 1, or for ranking a relevance of 0 or more
 * @param weights one a row, each finite and more than 0; null when all weigh the same
 * @param groups for ranking, the sizes of consecutive groups of rows that compete with each other, for example the tests
 *     of one build; null when rows stand alone
 */
public record TrainingSet(FeatureTable table, double[] labels, double[] weights, int[] groups) {
    public TrainingSet {
        int rows = table.rows();
        requireLength("labels", labels, rows);
        for (double label : labels) {
            if (!(label >= 0) || Double.isInfinite(label)) {
                throw new IllegalArgumentException("A label must be a finite number of 0 or more, not " + label + ".");
            }
        }
        if (weights != null) {
            requireLength("weights", weights, rows);
            for (double weight : weights) {
                if (!(weight > 0) || Double.isInfinite(weight)) {
                    throw new IllegalArgumentException("A weight must be finite and more than 0, not " + weight + ".");
                }
            }
        }
        if (groups != null) {
            long sum = 0;
            for (int size : groups) {
                if (size < 1) {
                    throw new IllegalArgumentException("A group of rows must have at least one row.");
                }
                sum += size;
            }
            if (sum != rows) {
                throw new IllegalArgumentException(
                        "The groups hold " + sum + " rows, but the table has " + rows + " rows.");
            }
        }
    }

    /** Rows of equal weight that stand alone. */
    public static TrainingSet of(FeatureTable table, double[] labels) {
        return new TrainingSet(table, labels, null, null);
    }

    /** The number of rows. */
    public int rows() {
        return labels.length;
    }

    /** The number of rows whose label is more than 0. */
    public int positives() {
        int positives = 0;
        for (double label : labels) {
            if (label > 0) {
                positives++;
            }
        }
        return positives;
    }

    /** The weight of a row. */
    public double weight(int row) {
        return weights == null ? 1 : weights[row];
    }

    /** The first row of the last rows that make up about this share; never inside a group. */
    public int cut(double lastShare) {
        int wanted = (int) Math.round(rows() * (1 - lastShare));
        if (groups == null) {
            return wanted;
        }
        int row = 0;
        for (int size : groups) {
            if (row + size > wanted) {
                break;
            }
            row += size;
        }
        return row;
    }

    /** Throws unless rows of both kinds are there. */
    void requireBothKinds(String where) {
        int positives = positives();
        if (positives == 0 || positives == rows()) {
            throw new IllegalArgumentException("Nothing can be learned: " + positives + " of " + rows() + " rows"
                    + where + " are positive, and both kinds are needed.");
        }
    }

    /** Throws unless every label is 0 or 1. */
    void requireBinary() {
        for (double label : labels) {
            if (label != 0 && label != 1) {
                throw new IllegalArgumentException("To learn a probability a label must be 0 or 1, not " + label + ".");
            }
        }
    }

    /** At most this many of the last rows; whole groups, the last one even if it is larger. */
    TrainingSet latest(int maxRows) {
        if (rows() <= maxRows) {
            return this;
        }
        int from = rows() - maxRows;
        if (groups != null) {
            int begin = 0;
            for (int i = 0; i < groups.length - 1 && begin < from; i++) {
                begin += groups[i];
            }
            from = begin;
        }
        return slice(from, rows());
    }

    /** A copy of the rows from (inclusive) to (exclusive), which must not cut a group. */
    public TrainingSet slice(int from, int to) {
        return new TrainingSet(
                table.slice(from, to),
                Arrays.copyOfRange(labels, from, to),
                weights == null ? null : Arrays.copyOfRange(weights, from, to),
                groups == null ? null : groupsBetween(from, to));
    }

    private int[] groupsBetween(int from, int to) {
        int[] inside = new int[groups.length];
        int count = 0;
        int row = 0;
        for (int size : groups) {
            if (row >= from && row + size <= to) {
                inside[count++] = size;
            }
            row += size;
        }
        return Arrays.copyOf(inside, count);
    }

    private static void requireLength(String what, double[] values, int rows) {
        if (values.length != rows) {
            throw new IllegalArgumentException("There are " + values.length + " " + what + " for " + rows + " rows.");
        }
    }
}
