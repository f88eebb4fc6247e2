package io.jenkins.plugins.mlci.testselector.selection;

import io.jenkins.plugins.mlci.shared.history.TestId;
import java.util.Collection;
import java.util.Set;

/**
 * What a runner can do of a selection, known once its files are written. A decision is kept only after that, so that a test counts
 * as left out only when it really is.
 *
 * @param all whether some call of the runner runs every test, whatever was to be left out
 * @param notFiltered tests that run although they were to be left out, since the runner cannot leave out just them
 */
public record RunnerAnswer(boolean all, Set<TestId> notFiltered) {
    public RunnerAnswer {
        notFiltered = Set.copyOf(notFiltered);
    }

    /** The answer over all calls of the runner; a test may be named several times. */
    public static RunnerAnswer of(boolean all, Collection<TestId> notFiltered) {
        return new RunnerAnswer(all, Set.copyOf(notFiltered));
    }

    /**
     * What really becomes of a selection: a test that the runner cannot leave out runs, and when none is left out that should be,
     * all tests run. Where nothing was to be left out, the selection itself.
     */
    public TestSelection really(TestSelection wanted) {
        int toLeaveOut = wanted.skipped().size();
        if (wanted.all() || toLeaveOut == 0) {
            return wanted;
        }
        TestSelection really = wanted.running(notFiltered, "the runner cannot leave it out");
        return all || really.skipped().isEmpty()
                ? wanted.everything("the runner can leave out none of the " + toLeaveOut + " tests that need not run")
                : really;
    }
}
