package io.jenkins.plugins.mlci.testselector.replay;

import io.jenkins.plugins.mlci.shared.history.BuildRecord;
import io.jenkins.plugins.mlci.shared.history.ChangeSet;
import io.jenkins.plugins.mlci.shared.history.ChangedFile;
import io.jenkins.plugins.mlci.shared.history.Outcome;
import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.shared.history.TestOutcome;
import io.jenkins.plugins.mlci.testselector.feature.SelectionTable;
import io.jenkins.plugins.mlci.testselector.feature.TestHistory;
import io.jenkins.plugins.mlci.testselector.rank.PriorLearner;
import io.jenkins.plugins.mlci.testselector.rank.PriorModel;
import io.jenkins.plugins.mlci.testselector.rank.PriorRows;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Learns the prior model of test selection from public histories, and for each of them one that has not seen it.
 *
 * <p>The features of a build are computed from the builds before it. A subject whose changes are known also teaches what to do
 * without any history: some of its builds are looked at as if they were the first.
 */
public final class PriorStudy {
    /** Builds of one subject that are looked at as the first ever. */
    private static final int FIRST_BUILDS = 100;

    /** Larger changes say little by their names. */
    private static final int LARGE_CHANGE = 60;

    private final long seed;
    private final Map<String, PriorRows> subjects = new LinkedHashMap<>();

    /** A study of no subject yet. */
    public PriorStudy(long seed) {
        this.seed = seed;
    }

    /** Takes in one history. */
    public void add(Subject subject) {
        PriorRows rows = new PriorRows(seed);
        TestHistory history = new TestHistory();
        int firsts = 0;
        for (BuildRecord build : subject.builds()) {
            if (subject.independent()) {
                history = new TestHistory();
            }
            List<TestOutcome> ran = build.tests().stream()
                    .filter(outcome -> outcome.outcome() != Outcome.SKIPPED)
                    .toList();
            boolean anyFailed =
                    ran.stream().anyMatch(outcome -> outcome.outcome().isFailure());
            boolean anyNew = ran.stream().anyMatch(fresh(history));
            if (anyFailed) {
                add(rows, history, build.changes(), ran, history.builds() > 0);
            }
            if (!subject.independent() && anyNew && firsts < FIRST_BUILDS && isSmall(build)) {
                firsts++;
                add(rows, new TestHistory(), build.changes(), ran, false);
            }
            if (!subject.independent()) {
                history.observe(build);
            }
        }
        subjects.put(subject.name(), rows);
    }

    private static java.util.function.Predicate<TestOutcome> fresh(TestHistory history) {
        return outcome -> outcome.outcome().isFailure() && !history.isFailing(outcome.test());
    }

    private static boolean isSmall(BuildRecord build) {
        List<ChangedFile> files = build.changes().stream()
                .flatMap(change -> change.files().stream())
                .toList();
        return !files.isEmpty() && files.size() <= LARGE_CHANGE;
    }

    private static void add(
            PriorRows rows, TestHistory history, List<ChangeSet> changes, List<TestOutcome> ran, boolean anyHistory) {
        List<TestId> tests = ran.stream().map(TestOutcome::test).toList();
        boolean[] failed = new boolean[tests.size()];
        for (int i = 0; i < failed.length; i++) {
            failed[i] = ran.get(i).outcome().isFailure();
        }
        rows.add(SelectionTable.of(history, changes, tests), failed, anyHistory);
    }

    /** The names of the subjects and how many rows each teaches. */
    public Map<String, Integer> rows() {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        subjects.forEach((name, rows) -> sizes.put(name, rows.size()));
        return sizes;
    }

    /** The model that all subjects teach. */
    public PriorModel learn() {
        return PriorLearner.learn(subjects.values());
    }

    /** The model that all subjects but this one teach. */
    public PriorModel without(String subject) {
        return PriorLearner.learn(subjects.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(subject))
                .map(Map.Entry::getValue)
                .toList());
    }
}
