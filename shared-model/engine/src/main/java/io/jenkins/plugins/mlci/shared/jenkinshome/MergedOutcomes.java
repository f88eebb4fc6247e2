package io.jenkins.plugins.mlci.shared.jenkinshome;

import io.jenkins.plugins.mlci.shared.history.Outcome;
import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.shared.history.TestOutcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects outcomes so that each test is there once. A test that a build ran several times (in parallel branches, with
 * equal display names) counts as failed when one of its runs failed, and as long as all of them together.
 */
public final class MergedOutcomes {
    private final Map<TestId, TestOutcome> byTest = new LinkedHashMap<>();

    /** Adds the outcome of one run of a test. */
    public void add(TestOutcome outcome) {
        byTest.merge(outcome.test(), outcome, MergedOutcomes::merge);
    }

    /** How many tests there are. */
    public int size() {
        return byTest.size();
    }

    /** In the order in which each test came first. */
    public List<TestOutcome> toList() {
        return new ArrayList<>(byTest.values());
    }

    private static TestOutcome merge(TestOutcome first, TestOutcome second) {
        Outcome outcome = rank(first.outcome()) >= rank(second.outcome()) ? first.outcome() : second.outcome();
        return new TestOutcome(first.test(), outcome, sum(first.seconds(), second.seconds()));
    }

    private static double sum(double first, double second) {
        if (Double.isNaN(first)) {
            return second;
        }
        return Double.isNaN(second) ? first : first + second;
    }

    private static int rank(Outcome outcome) {
        return switch (outcome) {
            case SKIPPED -> 0;
            case PASSED -> 1;
            case FLAKY -> 2;
            case FAILED -> 3;
            case ERROR -> 4;
        };
    }
}
