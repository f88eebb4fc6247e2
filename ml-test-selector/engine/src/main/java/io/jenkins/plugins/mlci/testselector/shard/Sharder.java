package io.jenkins.plugins.mlci.testselector.shard;

import io.jenkins.plugins.mlci.shared.history.TestId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/**
 * Splits tests into parts of nearly equal expected time: longest processing time first (Graham, "Bounds on multiprocessing timing
 * anomalies", 1969: at most 4/3 - 1/(3N) of the best longest part), then {@link Rebalancer}. The result depends only on the set of
 * tests and their durations, not on their order.
 */
public final class Sharder {
    private static final int MOST_PARTS = 10_000;

    private Sharder() {}

    /**
     * Splits tests.
     *
     * @param tests the tests to run; a test that is named twice is taken once
     * @param seconds expected duration of a test in seconds, at least 0; NaN, or anything else that is no duration, when unknown: it
     *     counts with the median of the known ones, or with 1
     * @param parts how many parts, 1 to 10,000
     * @param keepClasses whether the tests of one class stay in one part
     */
    public static ShardPlan split(
            Collection<TestId> tests, ToDoubleFunction<TestId> seconds, int parts, boolean keepClasses) {
        if (parts < 1 || parts > MOST_PARTS) {
            throw new IllegalArgumentException(
                    "Tests can be split into 1 to " + MOST_PARTS + " parts, not into " + parts);
        }
        List<Bin> bins = new ArrayList<>(parts);
        PriorityQueue<Bin> shortest =
                new PriorityQueue<>(Comparator.comparingDouble(Bin::seconds).thenComparingInt(Bin::index));
        for (int i = 0; i < parts; i++) {
            Bin bin = new Bin(i);
            bins.add(bin);
            shortest.add(bin);
        }
        for (Item item : items(new TreeSet<>(tests), seconds, keepClasses)) {
            Bin bin = shortest.remove();
            bin.add(item);
            shortest.add(bin);
        }
        Rebalancer.improve(bins);
        return plan(bins);
    }

    private static List<Item> items(TreeSet<TestId> tests, ToDoubleFunction<TestId> seconds, boolean keepClasses) {
        double[] durations = tests.stream().mapToDouble(seconds).toArray();
        double median = median(durations);
        SortedMap<TestId, List<TestId>> groups = new TreeMap<>();
        SortedMap<TestId, Double> sums = new TreeMap<>();
        int i = 0;
        for (TestId test : tests) {
            TestId group = keepClasses ? test.atClassLevel() : test;
            double duration = isKnown(durations[i]) ? durations[i] : median;
            groups.computeIfAbsent(group, key -> new ArrayList<>()).add(test);
            sums.merge(group, duration, Double::sum);
            i++;
        }
        List<Item> items = new ArrayList<>();
        groups.forEach((group, members) -> items.add(new Item(group, members, sums.get(group))));
        items.sort(Comparator.comparingDouble(Item::seconds).reversed().thenComparing(Item::group));
        return items;
    }

    private static double median(double[] durations) {
        double[] known =
                Arrays.stream(durations).filter(Sharder::isKnown).sorted().toArray();
        if (known.length == 0) {
            return 1;
        }
        int middle = known.length / 2;
        return known.length % 2 == 1 ? known[middle] : (known[middle - 1] + known[middle]) / 2;
    }

    private static boolean isKnown(double seconds) {
        return seconds >= 0 && seconds < Double.POSITIVE_INFINITY;
    }

    /** Numbers the parts by their first test, so that a small change of durations seldom renames all of them. */
    private static ShardPlan plan(List<Bin> bins) {
        List<Bin> ordered = new ArrayList<>(bins);
        ordered.sort(
                Comparator.comparing(Bin::isEmpty).thenComparing(Bin::firstTest).thenComparingInt(Bin::index));
        List<Shard> shards = new ArrayList<>(ordered.size());
        for (Bin bin : ordered) {
            shards.add(new Shard(shards.size(), bin.tests(), bin.seconds()));
        }
        return new ShardPlan(shards);
    }
}
