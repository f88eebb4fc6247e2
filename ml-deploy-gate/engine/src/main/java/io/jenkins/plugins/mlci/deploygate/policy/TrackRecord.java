package io.jenkins.plugins.mlci.deploygate.policy;

import java.util.List;

/**
 * How often the gate was right, from recorded decisions and what really happened, whether or not it was enforced. A
 * deployment counts as stopped when the verdict was at least as strict as a given one.
 *
 * @param from the mildest verdict that counts as stopped
 * @param failuresStopped of the failures, how many it stopped or would have stopped
 * @param goodStopped of the good deployments, how many it stopped or would have stopped
 * @param stopsRight of those that it stopped, how many really failed
 * @param unknown decisions of which the outcome is not known
 */
public record TrackRecord(Verdict from, Share failuresStopped, Share goodStopped, Share stopsRight, long unknown) {
    /** Failures that must have been seen before the gate may be trusted to block. */
    public static final int LEAST_FAILURES = 5;

    /** Known outcomes that must have been seen. */
    public static final int LEAST_OUTCOMES = 50;

    /**
     * One decision with what came of it.
     *
     * @param verdict what the gate said
     * @param outcome whether it failed; null while unknown
     */
    public record Judged(Verdict verdict, Boolean outcome) {}

    /** Counts. */
    public static TrackRecord of(List<Judged> decisions, Verdict from) {
        long failures = 0;
        long good = 0;
        long stoppedFailures = 0;
        long stoppedGood = 0;
        long unknown = 0;
        for (Judged each : decisions) {
            boolean stopped = each.verdict.atLeast(from);
            if (each.outcome == null) {
                unknown++;
            } else if (each.outcome) {
                failures++;
                stoppedFailures += stopped ? 1 : 0;
            } else {
                good++;
                stoppedGood += stopped ? 1 : 0;
            }
        }
        return new TrackRecord(
                from,
                Share.of(stoppedFailures, failures),
                Share.of(stoppedGood, good),
                Share.of(stoppedFailures, stoppedFailures + stoppedGood),
                unknown);
    }

    /** Whether it has been watched long enough for anyone to let it block. */
    public boolean isMature() {
        return failuresStopped.all() >= LEAST_FAILURES && failuresStopped.all() + goodStopped.all() >= LEAST_OUTCOMES;
    }

    /** In one sentence. */
    public String sentence() {
        long known = failuresStopped.all() + goodStopped.all();
        if (known == 0) {
            return "No outcome of an earlier decision is known yet: leave the gate advisory and record outcomes.";
        }
        String counts = "Had it been enforced: " + failuresStopped.hits() + " of " + failuresStopped.all()
                + " failures stopped, " + goodStopped.hits() + " of " + goodStopped.all() + " good ones delayed.";
        return isMature()
                ? counts
                : counts + " That is too little to let it block: at least " + LEAST_FAILURES + " failures and "
                        + LEAST_OUTCOMES + " outcomes are needed.";
    }
}
