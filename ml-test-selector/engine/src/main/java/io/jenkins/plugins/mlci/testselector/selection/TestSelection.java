package io.jenkins.plugins.mlci.testselector.selection;

import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.testselector.guarantee.RiskControl;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The tests that a change should run.
 *
 * @param decisions one a test, most urgent first
 * @param all whether all tests run
 * @param reason why all run, or how the selection came about, as a sentence
 * @param expectedKept the share of failures that the policy's threshold would have kept in recent failing builds; NaN when unknown
 * @param guaranteed the share of failures that is guaranteed to be kept on average; NaN when nothing is guaranteed
 * @param evidenceBuilds how many failing builds say so
 */
public record TestSelection(
        List<TestDecision> decisions,
        boolean all,
        String reason,
        double expectedKept,
        double guaranteed,
        int evidenceBuilds) {
    public TestSelection {
        decisions = List.copyOf(decisions);
    }

    /** The same with all tests running. */
    public TestSelection everything(String because) {
        List<TestDecision> running = decisions.stream()
                .map(d -> new TestDecision(
                        d.test(), true, d.probability(), d.seconds(), d.rankCount(), d.rankTime(), d.reasons()))
                .toList();
        return new TestSelection(running, true, because, Double.NaN, Double.NaN, evidenceBuilds);
    }

    /**
     * The same where some of the tests to leave out run nevertheless, because whoever runs them cannot leave out just them.
     *
     * @param tests that run; those that run anyway, or are not known, change nothing
     * @param because why they run, as the first of their reasons
     */
    public TestSelection running(Collection<TestId> tests, String because) {
        Set<TestId> more = Set.copyOf(tests);
        List<TestDecision> changed = decisions.stream()
                .map(d -> d.selected() || !more.contains(d.test()) ? d : d.running(because))
                .toList();
        return new TestSelection(changed, all, reason, expectedKept, guaranteed, evidenceBuilds);
    }

    /**
     * A lower bound of {@link #expectedKept} that is right nine times out of ten, as far as builds to come are like those that
     * it was judged by; NaN when unknown. The threshold was chosen on the same builds, which makes it a little too high.
     */
    public double keptAtLeast() {
        return Double.isNaN(expectedKept) ? Double.NaN : RiskControl.keptAtLeast(1 - expectedKept, evidenceBuilds, 0.1);
    }

    /** The tests to run. */
    public List<TestDecision> selected() {
        return decisions.stream().filter(TestDecision::selected).toList();
    }

    /** The tests to leave out. */
    public List<TestDecision> skipped() {
        return decisions.stream().filter(decision -> !decision.selected()).toList();
    }

    /** The expected seconds of the tests that are left out. */
    public double savedSeconds() {
        return skipped().stream().mapToDouble(TestDecision::seconds).sum();
    }
}
