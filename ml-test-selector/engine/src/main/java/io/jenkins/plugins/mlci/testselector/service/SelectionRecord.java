package io.jenkins.plugins.mlci.testselector.service;

import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.TestId;
import java.time.Instant;
import java.util.function.Predicate;

/**
 * A selection as it is kept.
 *
 * @param build the build that asked
 * @param subject what tells several selections of a build apart, usually empty
 * @param model the stored model that decided; empty when none did
 * @param taken when
 * @param policy as it was written, for example {@code confidence:0.95}
 * @param enforced whether the skipped tests really stayed out; false when the job only observes
 * @param all whether the decision was to run all tests
 * @param reason why all run, or how the selection came about
 * @param selected how many tests were selected
 * @param skipped how many were to be left out; 0 when all run
 * @param totalSeconds the expected seconds of all known tests
 * @param savedSeconds the expected seconds of those left out
 * @param expectedKept share of failures that the threshold would have kept in recent failing builds; NaN when unknown
 * @param guaranteed share that is guaranteed to be kept; NaN when none is
 * @param skippedTests whether a test was to be left out; a few in a billion are mistaken for one
 */
public record SelectionRecord(
        BuildId build,
        String subject,
        String model,
        Instant taken,
        String policy,
        boolean enforced,
        boolean all,
        String reason,
        int selected,
        int skipped,
        double totalSeconds,
        double savedSeconds,
        double expectedKept,
        double guaranteed,
        Predicate<TestId> skippedTests) {
    /** Whether tests were really left out. */
    public boolean leftOut() {
        return enforced && !all && skipped > 0;
    }
}
