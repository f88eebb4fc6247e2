package io.jenkins.plugins.mlci.testselector.selection;

import io.jenkins.plugins.mlci.shared.history.BuildRecord;
import io.jenkins.plugins.mlci.shared.history.ChangeSet;
import io.jenkins.plugins.mlci.shared.history.Outcome;
import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.shared.history.TestOutcome;
import io.jenkins.plugins.mlci.testselector.feature.SelectionTable;
import io.jenkins.plugins.mlci.testselector.feature.TestHistory;
import io.jenkins.plugins.mlci.testselector.guarantee.RiskControl;
import io.jenkins.plugins.mlci.testselector.policy.Policy;
import io.jenkins.plugins.mlci.testselector.policy.Rules;
import io.jenkins.plugins.mlci.testselector.rank.OnlineRanker;
import io.jenkins.plugins.mlci.testselector.rank.Order;
import io.jenkins.plugins.mlci.testselector.rank.PriorModel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Chooses tests for one job: shown its builds in time order, it can say at any time which tests a change must run.
 *
 * <p>Not safe for use by several threads at once.
 */
public final class TestSelector {
    private final TestHistory history;
    private final OnlineRanker ranker;
    private final RiskControl risk;
    private final MissWatch watch;

    /** A selector without any history. */
    public TestSelector(long seed) {
        this(new TestHistory(), new OnlineRanker(seed), new RiskControl(), new MissWatch());
    }

    /** A selector without any history that begins with another prior model. */
    public TestSelector(long seed, PriorModel prior) {
        this(new TestHistory(), new OnlineRanker(seed, prior), new RiskControl(), new MissWatch());
    }

    /** A selector that goes on from what is known. */
    TestSelector(TestHistory history, OnlineRanker ranker, RiskControl risk, MissWatch watch) {
        this.history = history;
        this.ranker = ranker;
        this.risk = risk;
        this.watch = watch;
    }

    /** Learns from a build in which all tests ran; the next one may be selected for. */
    public void observe(BuildRecord build) {
        observe(build, true);
    }

    /**
     * Learns from a build; the next one may be selected for.
     *
     * @param whole whether all tests ran. Where a selection left some out, nobody knows whether those would have failed: such
     *     a build teaches the ranking, but is no evidence for the guarantee.
     */
    public void observe(BuildRecord build, boolean whole) {
        List<TestOutcome> ran = build.tests().stream()
                .filter(outcome -> outcome.outcome() != Outcome.SKIPPED)
                .toList();
        if (!ran.isEmpty()) {
            SelectionTable table = SelectionTable.of(
                    history,
                    build.changes(),
                    ran.stream().map(TestOutcome::test).toList());
            boolean[] failed = new boolean[ran.size()];
            for (int i = 0; i < failed.length; i++) {
                failed[i] = ran.get(i).outcome().isFailure();
            }
            if (whole) {
                learn(table, failed);
            } else {
                ranker.observe(table, failed);
            }
        }
        history.observe(build);
    }

    /** Learns how the tests of a table, made before the build, ended; {@link #remember} must follow. */
    public void learn(SelectionTable table, boolean[] failed) {
        double[] logOdds = ranker.logOdds(table);
        watch.observe(risk, logOdds, failed);
        risk.observe(logOdds, failed);
        ranker.observe(table, failed);
    }

    /** Takes in the build itself, after {@link #learn}. */
    public void remember(BuildRecord build) {
        history.observe(build);
    }

    /** The feature rows of these tests for this change, from what is known now. */
    public SelectionTable table(List<ChangeSet> changes, List<TestId> tests) {
        return SelectionTable.of(history, changes, tests);
    }

    /** Log-odds that each test of the table fails. */
    public double[] logOdds(SelectionTable table) {
        return ranker.logOdds(table);
    }

    /** What was observed so far. */
    public TestHistory history() {
        return history;
    }

    /** What the guarantee rests on. */
    public RiskControl risk() {
        return risk;
    }

    /** Whether the guarantee held in the latest failing builds. */
    public MissWatch watch() {
        return watch;
    }

    /** What ranks the tests. */
    public OnlineRanker ranker() {
        return ranker;
    }

    /**
     * Chooses the tests to run.
     *
     * @param changes what changed; empty when unknown: then all tests run
     * @param existing the tests that exist; one that is named twice is decided once
     */
    public TestSelection select(List<ChangeSet> changes, List<TestId> existing, Policy policy, Rules rules) {
        List<TestId> tests = existing.stream().distinct().toList();
        SelectionTable table = table(changes, tests);
        double[] logOdds = ranker.logOdds(table);
        return decide(table, logOdds, changes, tests, policy, rules);
    }

    /** The same with rows and scores that the caller has at hand. */
    public TestSelection decide(
            SelectionTable table,
            double[] logOdds,
            List<ChangeSet> changes,
            List<TestId> tests,
            Policy policy,
            Rules rules) {
        int[] byCount = Order.byProbability(logOdds, table);
        int[] byTime = Order.byProbabilityPerSecond(ranker.forTime(logOdds), table);
        String runAll = RunAll.reason(history, changes, rules);
        boolean[] chosen = new boolean[tests.size()];
        double expected = Double.NaN;
        double guaranteed = Double.NaN;
        int judgedBy = risk.builds();
        String reason = runAll;
        if (runAll.isEmpty() && policy instanceof Policy.Confidence confidence) {
            RiskControl evidence = risk.recent(confidence.share());
            OptionalDouble threshold = evidence.threshold(confidence.share());
            if (threshold.isEmpty()) {
                reason = runAll = "only " + risk.builds() + " failing builds are known, and "
                        + RiskControl.buildsNeeded(confidence.share()) + " are needed to guarantee "
                        + percent(confidence.share());
            } else {
                double least = threshold.getAsDouble();
                IntStream.range(0, chosen.length).forEach(row -> chosen[row] = logOdds[row] >= least);
                expected = 1 - evidence.missed(least);
                guaranteed = confidence.share();
                reason = "chosen to keep " + percent(confidence.share()) + " of the failures, judged by "
                        + evidence.builds() + " failing builds";
                judgedBy = evidence.builds();
            }
        } else if (runAll.isEmpty() && policy instanceof Policy.Fraction fraction) {
            int count = (int) Math.ceil(fraction.share() * chosen.length - 1e-9);
            Arrays.stream(byCount).limit(count).forEach(row -> chosen[row] = true);
            reason = "the " + count + " most likely to fail";
        } else if (runAll.isEmpty() && policy instanceof Policy.TimeBudget budget) {
            fill(chosen, byTime, table, seconds(budget.budget()));
            reason = "the most likely failures that fit into the time";
        }
        boolean all = !runAll.isEmpty();
        AlwaysRun always = new AlwaysRun(rules, new ChangedTestFiles(changes, tests));
        return new TestSelection(
                decisions(table, logOdds, tests, byCount, byTime, chosen, all, always),
                all,
                reason,
                expected,
                guaranteed,
                judgedBy);
    }

    private static void fill(boolean[] chosen, int[] order, SelectionTable table, double seconds) {
        double used = 0;
        for (int row : order) {
            if (used + table.seconds(row) <= seconds) {
                used += table.seconds(row);
                chosen[row] = true;
            }
        }
    }

    private List<TestDecision> decisions(
            SelectionTable table,
            double[] logOdds,
            List<TestId> tests,
            int[] byCount,
            int[] byTime,
            boolean[] chosen,
            boolean all,
            AlwaysRun always) {
        int[] rankCount = Order.ranks(byCount);
        int[] rankTime = Order.ranks(byTime);
        List<TestDecision> decisions = new ArrayList<>(chosen.length);
        for (int row : byCount) {
            String must = always.reason(table, row, tests.get(row));
            List<String> reasons = new ArrayList<>(Reasons.of(table, row, history.builds() > 0));
            if (!must.isEmpty()) {
                reasons.remove(must);
                reasons.add(0, must);
            }
            decisions.add(new TestDecision(
                    tests.get(row),
                    all || chosen[row] || !must.isEmpty(),
                    Order.probability(logOdds[row]),
                    table.seconds(row),
                    rankCount[row],
                    rankTime[row],
                    reasons));
        }
        return decisions;
    }

    /** Not by way of milliseconds, which overflow. */
    private static double seconds(Duration duration) {
        return duration.getSeconds() + duration.getNano() / 1e9;
    }

    private static String percent(double share) {
        BigDecimal percent = BigDecimal.valueOf(100 * share).setScale(3, RoundingMode.HALF_UP);
        return percent.stripTrailingZeros().toPlainString() + " %";
    }
}
