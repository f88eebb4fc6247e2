package io.jenkins.plugins.mlci.testselector.rank;

import io.jenkins.plugins.mlci.testselector.feature.SelectionTable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Orders of tests, first to run first. */
public final class Order {
    /** Share of the median duration that starting any test costs: no test is free. */
    private static final double OVERHEAD = 0.5;

    private Order() {}

    /** Most likely to fail first; of equally likely ones the shortest: right when a number of tests is the budget. */
    public static int[] byProbability(double[] logOdds, SelectionTable table) {
        return sorted(logOdds, table);
    }

    /**
     * Most failures a second first, which minimises the expected cost of finding them (Smith's rule): right when time is the
     * budget.
     */
    public static int[] byProbabilityPerSecond(double[] logOdds, SelectionTable table) {
        double[] keys = new double[logOdds.length];
        double overhead = OVERHEAD * table.medianSeconds();
        for (int row = 0; row < keys.length; row++) {
            keys[row] = probability(logOdds[row]) / (table.seconds(row) + overhead);
        }
        return sorted(keys, table);
    }

    /** The logistic function. */
    public static double probability(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }

    /** Largest key first; ties shortest first, then as given. */
    public static int[] sorted(double[] keys, SelectionTable table) {
        return IntStream.range(0, keys.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(row -> -keys[row]).thenComparingDouble(table::seconds))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The position of each row in an order, from 1. */
    public static int[] ranks(int[] order) {
        int[] ranks = new int[order.length];
        Arrays.setAll(ranks, i -> 0);
        for (int position = 0; position < order.length; position++) {
            ranks[order[position]] = position + 1;
        }
        return ranks;
    }
}
