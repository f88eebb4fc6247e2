package io.jenkins.plugins.mlci.testselector.service;

import io.jenkins.plugins.mlci.shared.history.ChangeSet;
import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.testselector.selection.TestSelection;
import io.jenkins.plugins.mlci.testselector.selection.TestSelector;
import java.util.List;
import java.util.Optional;

/**
 * What was selected, and from what.
 *
 * @param job whose history was used
 * @param selection the decision
 * @param changes what changed; empty when unknown
 * @param tests the tests that are known to exist
 * @param reference commit of the job's newest build that has one
 * @param model the stored model that decided, for example {@code test-selection version 3 for job app}; empty when none did
 * @param selector with what it learned; empty when nothing could be read
 * @param notes what a person should know besides, one sentence each
 */
public record SelectionResult(
        String job,
        TestSelection selection,
        List<ChangeSet> changes,
        List<TestId> tests,
        Optional<String> reference,
        String model,
        Optional<TestSelector> selector,
        List<String> notes) {
    public SelectionResult {
        changes = List.copyOf(changes);
        tests = List.copyOf(tests);
        notes = List.copyOf(notes);
    }

    /** The same with another decision, for example when its runner cannot leave out all that it says. */
    public SelectionResult with(TestSelection decided) {
        return new SelectionResult(job, decided, changes, tests, reference, model, selector, notes);
    }

    /** All tests run, because nothing better is known. */
    static SelectionResult everything(String job, String reason, List<String> notes) {
        TestSelection all = new TestSelection(List.of(), true, reason, Double.NaN, Double.NaN, 0);
        return new SelectionResult(job, all, List.of(), List.of(), Optional.empty(), "", Optional.empty(), notes);
    }
}
