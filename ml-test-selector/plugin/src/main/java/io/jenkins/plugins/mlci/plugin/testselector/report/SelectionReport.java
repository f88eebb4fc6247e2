package io.jenkins.plugins.mlci.plugin.testselector.report;

import io.jenkins.plugins.mlci.shared.history.ChangeSet;
import io.jenkins.plugins.mlci.shared.history.Outcome;
import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.shared.history.TestOutcome;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything that the pages of one selection show.
 *
 * @param format version of this record, 1
 * @param facts the numbers and sentences above the table
 * @param changes what changed; empty when that is not known
 * @param tests one row a test, the most likely failure first
 * @param aftermath what became of it; null until the results are in
 */
public record SelectionReport(
        int format, SelectionFacts facts, List<ChangeSet> changes, List<TestRow> tests, Aftermath aftermath) {
    /** The version that this code writes. */
    public static final int FORMAT = 1;

    public SelectionReport {
        if (format != FORMAT) {
            throw new IllegalArgumentException(
                    "A selection of format " + format + " cannot be read; known is " + FORMAT);
        }
        changes = List.copyOf(changes);
        tests = List.copyOf(tests);
    }

    /** A selection whose results are not in yet. */
    public static SelectionReport of(SelectionFacts facts, List<ChangeSet> changes, List<TestRow> tests) {
        return new SelectionReport(FORMAT, facts, changes, tests, null);
    }

    /** How many tests the policy chose. */
    public int selected() {
        return (int) tests.stream().filter(TestRow::selected).count();
    }

    /** The expected seconds of all tests. */
    public double totalSeconds() {
        return tests.stream()
                .mapToDouble(TestRow::seconds)
                .filter(Double::isFinite)
                .sum();
    }

    /** The expected seconds of the tests that the policy left out. */
    public double leftOutSeconds() {
        return tests.stream()
                .filter(row -> !row.selected())
                .mapToDouble(TestRow::seconds)
                .filter(Double::isFinite)
                .sum();
    }

    /** The same where all tests run after all. */
    public SelectionReport everything(String because) {
        List<TestRow> running = tests.stream().map(TestRow::running).toList();
        return new SelectionReport(format, facts.everything(because), changes, running, aftermath);
    }

    /**
     * The same with how the tests ended.
     *
     * @param outcomes the results of the build, at the level of the selection
     */
    public SelectionReport ended(List<TestOutcome> outcomes) {
        Map<TestId, Outcome> endings = new HashMap<>();
        outcomes.forEach(outcome -> endings.put(outcome.test(), outcome.outcome()));
        List<TestRow> rows =
                tests.stream().map(row -> row.ended(endings.get(row.test()))).toList();
        Set<TestId> known = new HashSet<>();
        tests.forEach(row -> known.add(row.test()));
        int ran = (int) outcomes.stream()
                .filter(outcome -> outcome.outcome() != Outcome.SKIPPED)
                .count();
        int failed = (int) outcomes.stream()
                .filter(outcome -> outcome.outcome().isFailure())
                .count();
        int unknown = (int) outcomes.stream()
                .filter(outcome -> outcome.outcome().isFailure() && !known.contains(outcome.test()))
                .count();
        int missed = (int) rows.stream().filter(TestRow::missed).count();
        return new SelectionReport(format, facts, changes, rows, new Aftermath(ran, failed, missed, unknown));
    }
}
