package io.jenkins.plugins.mlci.testselector.rank;

import io.jenkins.plugins.mlci.testselector.feature.SelectionTable;
import java.util.function.IntToDoubleFunction;

/** How early an order finds failures: the mean share of the cost that is still to come in the middle of a failing test. */
final class Earliness {
    private Earliness() {}

    /** Every test costs the same: about APFD. */
    static double inTests(int[] order, boolean[] failed) {
        return of(order, failed, row -> 1);
    }

    /** A test costs its expected time: about APFDc. */
    static double inTime(int[] order, boolean[] failed, SelectionTable table) {
        return of(order, failed, table::seconds);
    }

    private static double of(int[] order, boolean[] failed, IntToDoubleFunction cost) {
        double total = 0;
        for (int row : order) {
            total += cost.applyAsDouble(row);
        }
        double before = 0;
        double sum = 0;
        int failures = 0;
        for (int row : order) {
            double here = cost.applyAsDouble(row);
            if (failed[row]) {
                sum += 1 - (before + here / 2) / total;
                failures++;
            }
            before += here;
        }
        return sum / failures;
    }
}
