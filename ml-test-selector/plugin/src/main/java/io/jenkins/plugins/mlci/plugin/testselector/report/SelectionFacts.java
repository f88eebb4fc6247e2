package io.jenkins.plugins.mlci.plugin.testselector.report;

import java.time.Instant;

/**
 * The numbers and sentences of a selection, without its tests.
 *
 * @param id what tells several selections of one build apart; empty for the only one
 * @param taken when
 * @param observe whether all tests run and the selection is only shown
 * @param all whether the selection itself is that all tests run
 * @param reason why all run, or how the selection came about
 * @param policy as the author wrote it, for example {@code confidence: 0.95}
 * @param runner symbol of the runner
 * @param job full name of the other job whose history decided; empty for the build's own, which may be renamed later
 * @param reference what the change was compared with, in words; empty when the change is not known
 * @param referenceBuild number of the reference build in that job; 0 when there is none
 * @param fromCommit the reference commit, or empty
 * @param toCommit the commit that is built, or empty
 * @param files how many files changed
 * @param modelVersion the model that decided; empty when a rule decided
 * @param expectedKept share of failures that recent builds would have kept; NaN when unknown
 * @param guaranteed share of failures that is guaranteed on average; NaN when nothing is
 * @param evidenceBuilds how many failing builds say so
 */
public record SelectionFacts(
        String id,
        Instant taken,
        boolean observe,
        boolean all,
        String reason,
        String policy,
        String runner,
        String job,
        String reference,
        long referenceBuild,
        String fromCommit,
        String toCommit,
        int files,
        String modelVersion,
        double expectedKept,
        double guaranteed,
        int evidenceBuilds) {
    /** Whether every test runs in this build. */
    public boolean everythingRuns() {
        return all || observe;
    }

    /** The same where all tests run after all. */
    SelectionFacts everything(String because) {
        return new SelectionFacts(
                id,
                taken,
                observe,
                true,
                because,
                policy,
                runner,
                job,
                reference,
                referenceBuild,
                fromCommit,
                toCommit,
                files,
                modelVersion,
                Double.NaN,
                Double.NaN,
                evidenceBuilds);
    }
}
