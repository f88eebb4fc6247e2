package io.jenkins.plugins.mlci.shared.feature;

import java.util.Arrays;

/** Collects rows whose number is not known beforehand. */
public final class FeatureTableBuilder {
    private final FeatureSchema schema;
    private double[][] columns;
    private int rows;

    /** A builder with room for some rows; it grows. */
    public FeatureTableBuilder(FeatureSchema schema, int expectedRows) {
        this.schema = schema;
        this.columns = new double[schema.size()][Math.max(16, expectedRows)];
    }

    /** Adds one row, values in the order of the schema, NaN where missing. */
    public FeatureTableBuilder add(double... values) {
        if (values.length != columns.length) {
            throw new IllegalArgumentException("A row of feature schema " + schema.id() + " has " + columns.length
                    + " values, not " + values.length + ".");
        }
        if (rows == columns[0].length) {
            int larger = Math.addExact(rows, Math.max(16, rows / 2));
            for (int f = 0; f < columns.length; f++) {
                columns[f] = Arrays.copyOf(columns[f], larger);
            }
        }
        for (int f = 0; f < columns.length; f++) {
            columns[f][rows] = values[f];
        }
        rows++;
        return this;
    }

    /** The number of rows so far. */
    public int rows() {
        return rows;
    }

    /** The rows so far as a table; the builder can go on. */
    public FeatureTable build() {
        double[][] exact = new double[columns.length][];
        for (int f = 0; f < columns.length; f++) {
            exact[f] = Arrays.copyOf(columns[f], rows);
        }
        return FeatureTable.of(schema, exact);
    }
}
