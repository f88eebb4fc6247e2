package io.jenkins.plugins.mlci.plugin.shared.collect;

import hudson.Extension;
import hudson.model.Run;
import hudson.tasks.junit.CaseResult;
import hudson.tasks.test.AbstractTestResultAction;
import hudson.tasks.test.TestResult;
import io.jenkins.plugins.mlci.shared.history.Outcome;
import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.shared.history.TestOutcome;
import io.jenkins.plugins.mlci.shared.jenkinshome.MergedOutcomes;
import java.util.List;

/**
 * Test results from the JUnit plugin, wherever it keeps them. Absent when that plugin is. The plugin does not tell a failed
 * assertion from an error, so both count as failed.
 */
@Extension(optional = true)
public final class JUnitOutcomes implements TestOutcomeSource {
    @Override
    public List<TestOutcome> outcomes(Run<?, ?> run) {
        MergedOutcomes outcomes = new MergedOutcomes();
        for (AbstractTestResultAction<?> action : run.getActions(AbstractTestResultAction.class)) {
            add(action.getPassedTests(), Outcome.PASSED, outcomes);
            add(action.getFailedTests(), Outcome.FAILED, outcomes);
            add(action.getSkippedTests(), Outcome.SKIPPED, outcomes);
        }
        return outcomes.toList();
    }

    private static void add(List<? extends TestResult> results, Outcome outcome, MergedOutcomes outcomes) {
        for (TestResult result : results) {
            if (result instanceof CaseResult test) {
                add(test, outcome, outcomes);
            }
        }
    }

    private static void add(CaseResult test, Outcome outcome, MergedOutcomes outcomes) {
        TestId id = new TestId(
                "", nonNull(test.getClassName()).trim(), nonNull(test.getName()).trim());
        if (id.className().isEmpty() && id.method().isEmpty()) {
            return;
        }
        boolean flaky = outcome == Outcome.PASSED && !test.getFlakyFailures().isEmpty();
        double seconds = test.getDuration();
        outcomes.add(new TestOutcome(
                id,
                flaky ? Outcome.FLAKY : outcome,
                seconds >= 0 && seconds < Double.POSITIVE_INFINITY ? seconds : Double.NaN));
    }

    private static String nonNull(String text) {
        return text == null ? "" : text;
    }
}
