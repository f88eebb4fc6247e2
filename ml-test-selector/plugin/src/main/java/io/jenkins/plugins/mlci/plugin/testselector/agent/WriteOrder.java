package io.jenkins.plugins.mlci.plugin.testselector.agent;

import io.jenkins.plugins.mlci.shared.history.TestId;
import java.util.List;

/**
 * What to write for one call of the runner.
 *
 * @param folder where, relative to the workspace
 * @param selected tests that run
 * @param skipped tests that are left out
 * @param all whether every test runs
 * @param include whether the selected tests are named instead of the skipped ones
 * @param mayRunNothing whether no selected test means that nothing runs: for parts of a split that are empty
 * @param reason why, in one sentence
 */
public record WriteOrder(
        String folder,
        List<TestId> selected,
        List<TestId> skipped,
        boolean all,
        boolean include,
        boolean mayRunNothing,
        String reason) {
    public WriteOrder {
        selected = List.copyOf(selected);
        skipped = List.copyOf(skipped);
    }
}
