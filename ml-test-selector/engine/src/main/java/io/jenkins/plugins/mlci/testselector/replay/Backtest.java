package io.jenkins.plugins.mlci.testselector.replay;

import io.jenkins.plugins.mlci.shared.history.BuildRecord;
import io.jenkins.plugins.mlci.shared.history.Outcome;
import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.shared.history.TestOutcome;
import io.jenkins.plugins.mlci.testselector.feature.SelectionTable;
import io.jenkins.plugins.mlci.testselector.policy.Policy;
import io.jenkins.plugins.mlci.testselector.policy.Rules;
import io.jenkins.plugins.mlci.testselector.rank.Order;
import io.jenkins.plugins.mlci.testselector.rank.PriorModel;
import io.jenkins.plugins.mlci.testselector.selection.TestDecision;
import io.jenkins.plugins.mlci.testselector.selection.TestSelection;
import io.jenkins.plugins.mlci.testselector.selection.TestSelector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;

/**
 * Replays a history in time order: before each build its tests are ranked from the builds before it, after it its outcome is
 * learned. The first fifth warms up and is not judged.
 */
public final class Backtest {
    /** Our order when a number of tests is the budget. */
    public static final String OURS_COUNT = "mlci, by count";

    /** Our order when time is the budget. */
    public static final String OURS_TIME = "mlci, by time";

    /** The best possible order, which knows what will fail. */
    public static final String OPTIMAL = "optimal";

    private static final double WARM_UP = 0.2;
    private static final double CONFIDENCE = 0.95;

    private final Subject subject;
    private final long seed;
    private final PriorModel prior;
    private final List<Baseline> baselines;
    private final RankingSink sink;
    private final Map<String, MethodScores> methods = new LinkedHashMap<>();
    private final ConfidenceOutcome confidence = new ConfidenceOutcome();
    private TestSelector selector;
    private int judged;
    private int judgedNew;

    /**
     * A replay.
     *
     * @param pool where the forests among the learned baselines train; null to leave out the learned baselines, which take
     *     most of the time
     */
    public Backtest(Subject subject, long seed, ForkJoinPool pool, RankingSink sink) {
        this(subject, seed, pool, sink, PriorModel.shipped());
    }

    /** The same with another prior model, such as one that has not seen this subject. */
    public Backtest(Subject subject, long seed, ForkJoinPool pool, RankingSink sink, PriorModel prior) {
        this.subject = subject;
        this.prior = prior;
        this.seed = seed;
        this.sink = sink;
        this.baselines = Baselines.of(seed, subject.knowsChanges(), pool != null && !subject.independent(), pool);
        this.selector = new TestSelector(seed, prior);
    }

    /** Replays all builds; {@code built} is told after each. */
    public SubjectResult run(Runnable built) {
        int warmUp =
                subject.independent() ? 0 : (int) (WARM_UP * subject.builds().size());
        int number = 0;
        for (BuildRecord build : subject.builds()) {
            if (subject.independent()) {
                selector = new TestSelector(seed, prior);
            }
            replay(build, ++number > warmUp);
            built.run();
        }
        return new SubjectResult(subject.name(), subject.builds().size(), judged, judgedNew, methods, confidence);
    }

    private void replay(BuildRecord build, boolean isJudged) {
        Map<TestId, TestOutcome> outcomes = new LinkedHashMap<>();
        for (TestOutcome outcome : build.tests()) {
            if (outcome.outcome() != Outcome.SKIPPED) {
                outcomes.putIfAbsent(outcome.test(), outcome);
            }
        }
        List<TestId> tests = List.copyOf(outcomes.keySet());
        Truth truth = Truth.of(outcomes, selector.history());
        SelectionTable table = selector.table(build.changes(), tests);
        if (isJudged && !tests.isEmpty()) {
            judge(build, tests, table, truth);
        }
        if (!subject.independent()) {
            baselines.forEach(baseline -> baseline.observe(table, tests, truth.failed()));
            selector.learn(table, truth.failed());
            selector.remember(build);
        }
    }

    private void judge(BuildRecord build, List<TestId> tests, SelectionTable table, Truth truth) {
        double[] logOdds = selector.logOdds(table);
        int[] byCount = Order.byProbability(logOdds, table);
        int[] byTime = Order.byProbabilityPerSecond(selector.ranker().forTime(logOdds), table);
        TestSelection selection = selector.decide(
                table, logOdds, build.changes(), tests, new Policy.Confidence(CONFIDENCE), Rules.DEFAULT);
        boolean[] selected = selected(tests, selection);
        confidence.add(selection.all(), selected, truth.failed(), truth.seconds());
        emit(build, tests, logOdds, Order.ranks(byCount), Order.ranks(byTime), selected);
        if (!truth.anyFailed()) {
            return;
        }
        judged++;
        judgedNew += truth.anyNew() ? 1 : 0;
        score(OURS_COUNT, byCount, truth);
        score(OURS_TIME, byTime, truth);
        for (Baseline baseline : baselines) {
            score(baseline.name(), baseline.order(table, tests), truth);
        }
        PrioritisationMetrics best =
                PrioritisationMetrics.of(optimal(truth.failed(), truth), truth.failed(), truth.seconds());
        PrioritisationMetrics bestNew = truth.anyNew()
                ? PrioritisationMetrics.of(optimal(truth.fresh(), truth), truth.fresh(), truth.seconds())
                : null;
        methods.computeIfAbsent(OPTIMAL, name -> new MethodScores()).add(best, bestNew);
    }

    private void score(String name, int[] order, Truth truth) {
        PrioritisationMetrics all = PrioritisationMetrics.of(order, truth.failed(), truth.seconds());
        PrioritisationMetrics fresh =
                truth.anyNew() ? PrioritisationMetrics.of(order, truth.fresh(), truth.seconds()) : null;
        methods.computeIfAbsent(name, n -> new MethodScores()).add(all, fresh);
    }

    private static int[] optimal(boolean[] failed, Truth truth) {
        return IntStream.range(0, failed.length)
                .boxed()
                .sorted((a, b) -> failed[a] == failed[b]
                        ? Double.compare(truth.known(a), truth.known(b))
                        : Boolean.compare(failed[b], failed[a]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static boolean[] selected(List<TestId> tests, TestSelection selection) {
        Map<TestId, Integer> rows = new HashMap<>();
        for (int row = 0; row < tests.size(); row++) {
            rows.put(tests.get(row), row);
        }
        boolean[] selected = new boolean[tests.size()];
        for (TestDecision decision : selection.decisions()) {
            selected[rows.get(decision.test())] = decision.selected();
        }
        return selected;
    }

    private void emit(
            BuildRecord build,
            List<TestId> tests,
            double[] logOdds,
            int[] rankCount,
            int[] rankTime,
            boolean[] selected) {
        for (int row = 0; row < tests.size(); row++) {
            String name = subject.testNumbers()
                    .getOrDefault(tests.get(row), tests.get(row).toString());
            sink.accept(
                    subject.name(),
                    build.build().id().number(),
                    name,
                    rankCount[row],
                    rankTime[row],
                    Order.probability(logOdds[row]),
                    selected[row]);
        }
    }

    /** The means of one method over subjects, the figures of the count order and of the time order each where they belong. */
    public static Map<String, Double> combined(Map<String, Double> byCount, Map<String, Double> byTime) {
        Map<String, Double> figures = new LinkedHashMap<>(byTime);
        figures.put("apfd", byCount.get("apfd"));
        byCount.forEach((name, value) -> {
            if (name.startsWith("kept_count")) {
                figures.put(name, value);
            }
        });
        return figures;
    }

    /** The names of the methods of a replay, in order, ours first and optimal last. */
    public static List<String> methodNames(List<SubjectResult> results) {
        List<String> names = new ArrayList<>();
        for (SubjectResult result : results) {
            for (String name : result.methods().keySet()) {
                if (!names.contains(name) && !name.equals(OPTIMAL)) {
                    names.add(name);
                }
            }
        }
        names.addAll(Arrays.asList(OPTIMAL));
        return names;
    }
}
