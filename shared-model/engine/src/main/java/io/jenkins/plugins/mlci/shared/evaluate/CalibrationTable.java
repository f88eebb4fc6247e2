package io.jenkins.plugins.mlci.shared.evaluate;

import java.util.ArrayList;
import java.util.List;

/**
 * How often what was predicted really happened, by probability.
 *
 * @param bins of equal width over [0, 1], rising; those without rows left out
 */
public record CalibrationTable(List<Bin> bins) {
    public CalibrationTable {
        bins = List.copyOf(bins);
    }

    /**
     * Rows of similar probability.
     *
     * @param from least probability of the bin
     * @param to probability where the bin ends; belongs to the next bin, except for 1
     * @param rows number of rows, at least 1
     * @param predicted mean probability
     * @param observed share of positives
     */
    public record Bin(double from, double to, int rows, double predicted, double observed) {}

    /** The table with this many bins at most. */
    public static CalibrationTable of(double[] labels, double[] probabilities, int bins) {
        Arguments.checkProbabilities(labels, probabilities);
        if (bins < 1) {
            throw new IllegalArgumentException("A calibration table needs at least one bin.");
        }
        int[] rows = new int[bins];
        double[] predicted = new double[bins];
        double[] observed = new double[bins];
        for (int i = 0; i < labels.length; i++) {
            int bin = Math.min(bins - 1, (int) (probabilities[i] * bins));
            rows[bin]++;
            predicted[bin] += probabilities[i];
            observed[bin] += labels[i];
        }
        List<Bin> filled = new ArrayList<>();
        for (int b = 0; b < bins; b++) {
            if (rows[b] > 0) {
                filled.add(new Bin(
                        (double) b / bins, (b + 1.0) / bins, rows[b], predicted[b] / rows[b], observed[b] / rows[b]));
            }
        }
        return new CalibrationTable(filled);
    }

    /** Mean distance between predicted and observed, weighed by rows; NaN without rows. */
    public double expectedError() {
        double sum = 0;
        double rows = 0;
        for (Bin bin : bins) {
            sum += bin.rows() * Math.abs(bin.predicted() - bin.observed());
            rows += bin.rows();
        }
        return sum / rows;
    }
}
