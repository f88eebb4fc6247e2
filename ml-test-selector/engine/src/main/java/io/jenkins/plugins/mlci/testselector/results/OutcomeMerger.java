package io.jenkins.plugins.mlci.testselector.results;

import io.jenkins.plugins.mlci.shared.history.Outcome;
import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.shared.history.TestOutcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings the cases of one report to one outcome for each test of a level. First the attempts of one case are joined
 * (failed, then passed: flaky), then the cases of one test: the worst outcome counts and durations add up.
 */
final class OutcomeMerger {
    private OutcomeMerger() {}

    /** The outcomes of one report. */
    static List<TestOutcome> merge(List<RawCase> cases, ReportDialect dialect, Level level) {
        Map<TestId, Attempts> byCase = new LinkedHashMap<>();
        for (RawCase written : cases) {
            TestId test = TestNames.of(written, dialect, Level.CASE);
            byCase.computeIfAbsent(test, id -> new Attempts(TestNames.of(written, dialect, level)))
                    .add(written, dialect);
        }
        Map<TestId, TestOutcome> merged = new LinkedHashMap<>();
        for (Attempts attempts : byCase.values()) {
            TestOutcome outcome = attempts.outcome(dialect.repeatsAreReruns());
            merged.merge(outcome.test(), outcome, OutcomeMerger::join);
        }
        return new ArrayList<>(merged.values());
    }

    /** Two outcomes of one test as one. */
    static TestOutcome join(TestOutcome first, TestOutcome second) {
        return new TestOutcome(
                first.test(), worse(first.outcome(), second.outcome()), sum(first.seconds(), second.seconds()));
    }

    private static Outcome worse(Outcome first, Outcome second) {
        return rank(first) >= rank(second) ? first : second;
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

    private static double sum(double first, double second) {
        if (Double.isNaN(first)) {
            return second;
        }
        return Double.isNaN(second) ? first : first + second;
    }

    private static final class Attempts {
        private final TestId test;
        private final List<Outcome> outcomes = new ArrayList<>(1);
        private double seconds = Double.NaN;

        Attempts(TestId test) {
            this.test = test;
        }

        void add(RawCase written, ReportDialect dialect) {
            outcomes.add(written.outcome());
            seconds = sum(seconds, Durations.seconds(written.time(), dialect == ReportDialect.SUREFIRE));
        }

        TestOutcome outcome(boolean repeatsAreReruns) {
            if (repeatsAreReruns && isRerunUntilPassed()) {
                return new TestOutcome(test, Outcome.FLAKY, seconds);
            }
            Outcome worst = Outcome.SKIPPED;
            for (Outcome outcome : outcomes) {
                worst = worse(worst, outcome);
            }
            return new TestOutcome(test, worst, seconds);
        }

        /**
         * A rerun stops at the first pass: only failures, then one pass at the end. Any other order comes from a data
         * provider that gives all its rows one name, and there a failure is a failure.
         */
        private boolean isRerunUntilPassed() {
            int last = outcomes.size() - 1;
            for (int i = 0; i < last; i++) {
                if (!outcomes.get(i).isFailure()) {
                    return false;
                }
            }
            return last > 0 && (outcomes.get(last) == Outcome.PASSED || outcomes.get(last) == Outcome.FLAKY);
        }
    }
}
