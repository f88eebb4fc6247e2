package io.jenkins.plugins.mlci.testselector.runner;

import io.jenkins.plugins.mlci.shared.history.TestId;
import java.util.List;

/**
 * What a runner shall do: the tests to run and the tests to leave out.
 *
 * @param selected known tests that must run
 * @param skipped known tests that need not run; a test in both lists runs
 * @param all whether every test runs, whatever the lists say
 * @param reason one sentence that says why, shown to the user
 */
public record SelectedTests(List<TestId> selected, List<TestId> skipped, boolean all, String reason) {
    public SelectedTests {
        selected = List.copyOf(selected);
        skipped = List.copyOf(skipped);
    }

    /** A selection that leaves nothing out. */
    public static SelectedTests everything(String reason) {
        return new SelectedTests(List.of(), List.of(), true, reason);
    }
}
