package io.jenkins.plugins.mlci.shared.feature;

import java.util.Arrays;

/**
 * Feature values of many rows, one primitive array a feature. NaN says that a value is missing; all others are finite.
 * The arrays are not copied: whoever hands them over leaves them alone afterwards.
 */
public final class FeatureTable {
    private final FeatureSchema schema;
    private final double[][] columns;
    private final int rows;

    private FeatureTable(FeatureSchema schema, double[][] columns, int rows) {
        this.schema = schema;
        this.columns = columns;
        this.rows = rows;
    }

    /**
     * A table over these columns.
     *
     * @param columns one array a feature, in the order of the schema, all of the same length
     * @throws IllegalArgumentException when the shape does not fit the schema or a value is infinite
     */
    public static FeatureTable of(FeatureSchema schema, double[][] columns) {
        if (columns.length != schema.size()) {
            throw new IllegalArgumentException("Feature schema " + schema.id() + " has " + schema.size()
                    + " features, but " + columns.length + " columns were given.");
        }
        int rows = columns[0].length;
        for (int f = 0; f < columns.length; f++) {
            check(schema.features().get(f), columns[f], rows);
        }
        return new FeatureTable(schema, columns, rows);
    }

    private static void check(Feature feature, double[] column, int rows) {
        if (column.length != rows) {
            throw new IllegalArgumentException(
                    "Column " + feature.name() + " has " + column.length + " rows instead of " + rows + ".");
        }
        for (int row = 0; row < rows; row++) {
            if (Double.isInfinite(column[row])) {
                throw new IllegalArgumentException("Feature " + feature.name() + " is infinite in row " + row
                        + "; a value that is not known must be NaN.");
            }
        }
    }

    /** What the columns mean. */
    public FeatureSchema schema() {
        return schema;
    }

    /** The number of rows. */
    public int rows() {
        return rows;
    }

    /** The values of one feature, the array itself: to be read only. */
    public double[] column(int feature) {
        return columns[feature];
    }

    /** One value; NaN when missing. */
    public double get(int row, int feature) {
        return columns[feature][row];
    }

    /** A copy of one row, in the order of the schema. */
    public double[] row(int row) {
        double[] values = new double[columns.length];
        for (int f = 0; f < columns.length; f++) {
            values[f] = columns[f][row];
        }
        return values;
    }

    /** A copy of the rows from (inclusive) to (exclusive). */
    public FeatureTable slice(int from, int to) {
        double[][] part = new double[columns.length][];
        for (int f = 0; f < columns.length; f++) {
            part[f] = Arrays.copyOfRange(columns[f], from, to);
        }
        return new FeatureTable(schema, part, to - from);
    }

    /** A copy of these rows, in this order; a row may come more than once. */
    public FeatureTable select(int[] chosen) {
        double[][] part = new double[columns.length][chosen.length];
        for (int f = 0; f < columns.length; f++) {
            for (int i = 0; i < chosen.length; i++) {
                part[f][i] = columns[f][chosen[i]];
            }
        }
        return new FeatureTable(schema, part, chosen.length);
    }
}
