package io.jenkins.plugins.mlci.testselector.replay;

import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.testselector.feature.SelectionTable;
import io.jenkins.plugins.mlci.testselector.rank.Order;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * ROCKET: failures of the last run weigh 0.7, of the one before 0.2, of each older one 0.1; ties run shortest first (Marijan,
 * Gotlieb, Sen, ICSM 2013, without its grouping by total time).
 */
final class Rocket implements Baseline {
    private static final double[] WEIGHTS = {0.7, 0.2, 0.1};
    private static final double NEW = 0.8;

    private final Map<TestId, double[]> outcomes = new HashMap<>();

    @Override
    public String name() {
        return "ROCKET";
    }

    @Override
    public int[] order(SelectionTable table, List<TestId> tests) {
        double[] keys = new double[tests.size()];
        for (int row = 0; row < keys.length; row++) {
            double[] state = outcomes.get(tests.get(row));
            keys[row] = state == null ? NEW : WEIGHTS[0] * state[0] + WEIGHTS[1] * state[1] + WEIGHTS[2] * state[2];
        }
        return Order.sorted(keys, table);
    }

    @Override
    public void observe(SelectionTable table, List<TestId> tests, boolean[] failed) {
        for (int row = 0; row < failed.length; row++) {
            double[] state = outcomes.computeIfAbsent(tests.get(row), test -> new double[3]);
            state[2] += state[1];
            state[1] = state[0];
            state[0] = failed[row] ? 1 : 0;
        }
    }
}
