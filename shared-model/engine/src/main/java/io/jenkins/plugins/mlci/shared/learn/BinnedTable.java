package io.jenkins.plugins.mlci.shared.learn;

import io.jenkins.plugins.mlci.shared.feature.FeatureTable;

/** A feature table as bins, one byte a value. */
final class BinnedTable {
    private final double[][] cuts;
    private final byte[][] bins;
    private final int rows;

    private BinnedTable(double[][] cuts, byte[][] bins, int rows) {
        this.cuts = cuts;
        this.bins = bins;
        this.rows = rows;
    }

    /** Bins the table by its own quantiles. */
    static BinnedTable of(FeatureTable table, int maxBins, TrainingContext context) {
        double[][] cuts = new double[table.schema().size()][];
        context.forEach(cuts.length, true, f -> cuts[f] = Bins.cuts(table.column(f), maxBins));
        return of(table, cuts, context);
    }

    /** Bins another table by the same cuts. */
    BinnedTable likewise(FeatureTable table, TrainingContext context) {
        return of(table, cuts, context);
    }

    private static BinnedTable of(FeatureTable table, double[][] cuts, TrainingContext context) {
        byte[][] bins = new byte[cuts.length][];
        context.forEach(cuts.length, true, f -> bins[f] = Bins.assign(table.column(f), cuts[f]));
        return new BinnedTable(cuts, bins, table.rows());
    }

    int rows() {
        return rows;
    }

    int features() {
        return cuts.length;
    }

    /** Bins of the feature, the one for missing values included. */
    int bins(int feature) {
        return cuts[feature].length + 2;
    }

    byte[] column(int feature) {
        return bins[feature];
    }

    /** Values in bins up to this one, from 1, are at most this. */
    double threshold(int feature, int bin) {
        return cuts[feature][bin - 1];
    }
}
