package io.jenkins.plugins.mlci.testselector.service;

import io.jenkins.plugins.mlci.shared.history.BuildRecord;
import io.jenkins.plugins.mlci.shared.history.Outcome;
import io.jenkins.plugins.mlci.shared.history.TestOutcome;
import java.util.List;

/**
 * What a selection was worth, known after its build ended.
 *
 * @param selection the selection
 * @param ran how many tests ran
 * @param failures how many tests failed among those that ran
 * @param kept how many of them were selected
 * @param missed how many of them were to be left out; they are known because they ran all the same
 * @param conclusive whether all tests ran, so that nothing else can have been missed
 * @param savedSeconds test time saved; of a job that only observes, what it would have saved
 */
public record SelectionOutcome(
        SelectionRecord selection,
        int ran,
        int failures,
        int kept,
        int missed,
        boolean conclusive,
        double savedSeconds) {
    /** Whether the build failed and nothing of that was selected. */
    public boolean missedBuild() {
        return failures > 0 && kept == 0;
    }

    static SelectionOutcome of(SelectionRecord selection, List<TestOutcome> outcomes) {
        int ran = 0;
        int failures = 0;
        int missed = 0;
        int skippedRan = 0;
        double skippedSeconds = 0;
        for (TestOutcome outcome : outcomes) {
            if (outcome.outcome() == Outcome.SKIPPED) {
                continue;
            }
            ran++;
            boolean skipped =
                    selection.skipped() > 0 && selection.skippedTests().test(outcome.test());
            boolean failed = outcome.outcome().isFailure();
            failures += failed ? 1 : 0;
            missed += failed && skipped ? 1 : 0;
            skippedRan += skipped ? 1 : 0;
            skippedSeconds += skipped && outcome.seconds() > 0 ? outcome.seconds() : 0;
        }
        double saved = selection.leftOut() ? Math.max(0, selection.savedSeconds() - skippedSeconds) : skippedSeconds;
        boolean conclusive = !selection.leftOut() || skippedRan == selection.skipped();
        return new SelectionOutcome(selection, ran, failures, failures - missed, missed, conclusive, saved);
    }

    static SelectionOutcome of(SelectionRecord selection, BuildRecord build) {
        return of(selection, build.tests());
    }
}
