package io.jenkins.plugins.mlci.plugin.testselector.report;

import io.jenkins.plugins.mlci.shared.history.Outcome;
import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.testselector.selection.TestDecision;
import java.util.List;

/**
 * What was decided of one test, and how it ended.
 *
 * @param suite what tells equally named tests apart, usually empty
 * @param className the class, file or package
 * @param method the test's own name; empty for the class as a whole
 * @param selected whether the policy wants it to run; in observe mode it runs anyway
 * @param probability that it fails, [0, 1]
 * @param seconds how long it is expected to take
 * @param rankCount its position, from 1, by probability
 * @param rankTime its position, from 1, by probability a second
 * @param reasons why, the strongest first
 * @param contributions what the features add to its score, the strongest first; empty where they were not kept
 * @param outcome how it ended in this build; null while that is not known, or when it did not run
 */
public record TestRow(
        String suite,
        String className,
        String method,
        boolean selected,
        double probability,
        double seconds,
        int rankCount,
        int rankTime,
        List<String> reasons,
        List<Contribution> contributions,
        Outcome outcome) {
    public TestRow {
        reasons = List.copyOf(reasons);
        contributions = contributions == null ? List.of() : List.copyOf(contributions);
    }

    /** A row of a decision that was just taken. */
    public static TestRow of(TestDecision decision, List<Contribution> contributions) {
        TestId test = decision.test();
        return new TestRow(
                test.suite(),
                test.className(),
                test.method(),
                decision.selected(),
                decision.probability(),
                decision.seconds(),
                decision.rankCount(),
                decision.rankTime(),
                decision.reasons(),
                contributions,
                null);
    }

    /** The same where the test runs. */
    TestRow running() {
        return new TestRow(
                suite,
                className,
                method,
                true,
                probability,
                seconds,
                rankCount,
                rankTime,
                reasons,
                contributions,
                outcome);
    }

    /** The same with how the test ended. */
    public TestRow ended(Outcome ending) {
        return new TestRow(
                suite,
                className,
                method,
                selected,
                probability,
                seconds,
                rankCount,
                rankTime,
                reasons,
                contributions,
                ending);
    }

    /** Which test this is. */
    public TestId test() {
        return new TestId(suite, className, method);
    }

    /** Whether it failed although the policy would have left it out. */
    public boolean missed() {
        return !selected && failed();
    }

    /** Whether it failed in this build. */
    public boolean failed() {
        return outcome != null && outcome.isFailure();
    }

    /** The strongest reason, or the empty string. */
    public String reason() {
        return reasons.isEmpty() ? "" : reasons.get(0);
    }
}
