package io.jenkins.plugins.mlci.testselector.replay;

import static io.jenkins.plugins.mlci.testselector.feature.SelectionFeature.*;

import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.testselector.feature.SelectionFeature;
import io.jenkins.plugins.mlci.testselector.feature.SelectionTable;
import io.jenkins.plugins.mlci.testselector.rank.Order;
import java.util.List;
import java.util.SplittableRandom;

/** Orders by one number that needs no learning; new tests come first wherever history decides. */
final class Heuristic implements Baseline {
    private static final double FIRST = 1e6;

    /** The number: larger runs earlier. */
    interface Key {
        double of(SelectionTable table, int row, SplittableRandom random);
    }

    private final String name;
    private final Key key;
    private final SplittableRandom random;

    private Heuristic(String name, Key key, long seed) {
        this.name = name;
        this.key = key;
        this.random = new SplittableRandom(seed);
    }

    /** All of them. */
    static List<Baseline> all(long seed) {
        return List.of(
                new Heuristic("random", (table, row, random) -> random.nextDouble(), seed),
                new Heuristic("shortest first", (table, row, random) -> -table.seconds(row), seed),
                new Heuristic("recently failed", (t, row, random) -> recent(t, row) + tie(random), seed),
                new Heuristic("decay", (t, row, random) -> decayed(t, row), seed),
                new Heuristic(
                        "decay / cost", (t, row, random) -> (decayed(t, row) + 1e-4) / (t.seconds(row) + 1e-3), seed),
                new Heuristic("change similarity", (t, row, random) -> similar(t, row) + tie(random), seed),
                new Heuristic(
                        "recently failed + similarity",
                        (t, row, random) -> recent(t, row) + 3 * similar(t, row) + tie(random),
                        seed));
    }

    private static double tie(SplittableRandom random) {
        return 1e-9 * random.nextDouble();
    }

    private static double recent(SelectionTable table, int row) {
        if (table.get(NEVER_RAN, row) == 1) {
            return FIRST;
        }
        double since = table.get(SINCE_FAILURE, row);
        return Double.isNaN(since) ? -10 : -since;
    }

    private static double decayed(SelectionTable table, int row) {
        return table.get(DECAYED_FAILURES, row) + (table.get(NEVER_RAN, row) == 1 ? 0.5 : 0);
    }

    /** The test's own file, then the closest name, then the words of the whole change. */
    private static double similar(SelectionTable table, int row) {
        return Math.max(
                1.2 * value(table, OWN_FILE, row),
                Math.max(value(table, SAME_SUBJECT, row), 0.8 * value(table, TEXT_RANK, row)));
    }

    private static double value(SelectionTable table, SelectionFeature feature, int row) {
        double value = table.get(feature, row);
        return Double.isNaN(value) ? 0 : value;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int[] order(SelectionTable table, List<TestId> tests) {
        double[] keys = new double[table.rows()];
        for (int row = 0; row < keys.length; row++) {
            keys[row] = key.of(table, row, random);
        }
        return Order.sorted(keys, table);
    }
}
