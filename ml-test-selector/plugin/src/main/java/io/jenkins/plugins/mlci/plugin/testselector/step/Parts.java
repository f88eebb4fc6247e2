package io.jenkins.plugins.mlci.plugin.testselector.step;

import io.jenkins.plugins.mlci.plugin.testselector.agent.WriteOrder;
import io.jenkins.plugins.mlci.plugin.testselector.report.TestRow;
import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.testselector.policy.Policy;
import io.jenkins.plugins.mlci.testselector.runner.EmptySelection;
import io.jenkins.plugins.mlci.testselector.runner.Form;
import io.jenkins.plugins.mlci.testselector.runner.RunnerOptions;
import io.jenkins.plugins.mlci.testselector.runner.SelectedTests;
import io.jenkins.plugins.mlci.testselector.shard.ShardPlan;
import io.jenkins.plugins.mlci.testselector.shard.Sharder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is to be written for the runner: once for all tests, or once for each part. */
final class Parts {
    /** More parts than this are a mistake. */
    static final int MOST = 1000;

    private Parts() {}

    /**
     * How many parts the author wants.
     *
     * @param running the tests that will run
     * @throws IllegalArgumentException with a sentence when the options make no sense
     */
    static int number(SelectionOptions options, List<TestRow> running) {
        if (options.getShards() < 1 || options.getShards() > MOST || options.getMaxShards() > MOST) {
            throw new IllegalArgumentException("Tests can be split into 1 to " + MOST + " parts");
        }
        if (options.getMaxShards() < 1) {
            return options.getShards();
        }
        Policy.TimeBudget time = (Policy.TimeBudget) Policy.parse("time:" + options.getShardTime());
        double each = time.budget().toMillis() / 1000.0;
        double all = running.stream()
                .mapToDouble(TestRow::seconds)
                .filter(Double::isFinite)
                .sum();
        return (int) Math.max(1, Math.min(options.getMaxShards(), Math.ceil(all / each - 1e-9)));
    }

    /**
     * The orders for the agent, one for each part.
     *
     * @param rows the decisions; empty when nothing is known of any test
     * @param all whether every test runs
     * @param folder where the files go; parts get folders below it
     */
    static List<WriteOrder> orders(
            SelectionOptions options, List<TestRow> rows, boolean all, String reason, int parts, String folder) {
        boolean include = options.getRunner().isInclude();
        SelectedTests whole = new SelectedTests(
                rows.stream()
                        .filter(row -> all || row.selected())
                        .map(TestRow::test)
                        .toList(),
                rows.stream()
                        .filter(row -> !all && !row.selected())
                        .map(TestRow::test)
                        .toList(),
                all,
                reason);
        if (parts == 1) {
            return List.of(order(whole, include, false, folder));
        }
        Map<TestId, Double> seconds = new HashMap<>();
        rows.forEach(row -> seconds.put(row.test(), row.seconds()));
        ShardPlan plan = Sharder.split(
                whole.selected(),
                test -> seconds.getOrDefault(test, Double.NaN),
                parts,
                options.getRunner().spec().runner().wholeClasses());
        List<WriteOrder> orders = new ArrayList<>();
        RunnerOptions base = RunnerOptions.defaults();
        for (int part = 0; part < parts; part++) {
            RunnerOptions write = plan.options(part, base);
            orders.add(order(
                    plan.selection(part, whole),
                    write.form() == Form.INCLUDE,
                    write.emptySelection() == EmptySelection.RUN_NOTHING,
                    folder + "/shard-" + (part + 1)));
        }
        return orders;
    }

    private static WriteOrder order(SelectedTests tests, boolean include, boolean mayRunNothing, String folder) {
        return new WriteOrder(
                folder, tests.selected(), tests.skipped(), tests.all(), include, mayRunNothing, tests.reason());
    }
}
