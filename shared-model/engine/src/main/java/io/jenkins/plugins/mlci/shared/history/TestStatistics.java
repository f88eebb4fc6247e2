package io.jenkins.plugins.mlci.shared.history;

/**
 * What the builds so far say about one test of a job. Builds count in time order (start, then number).
 *
 * @param runs builds in which it ran, that is, was not skipped
 * @param failures runs that ended in {@link Outcome#FAILED} or {@link Outcome#ERROR}
 * @param flaky runs that ended in {@link Outcome#FLAKY}
 * @param skips builds that skipped it
 * @param lastOutcome how its last run ended; {@link Outcome#SKIPPED} when it never ran
 * @param firstBuild number of the build that first had it
 * @param lastBuild number of the build of its last run; 0 when it never ran
 * @param lastFailure number of the build in which it last failed; 0 when it never did
 * @param meanSeconds mean duration of the runs whose duration is known; NaN when none is
 * @param recentSeconds exponentially weighted mean duration, the newest run weighing 0.3; NaN when none is known
 */
public record TestStatistics(
        long runs,
        long failures,
        long flaky,
        long skips,
        Outcome lastOutcome,
        long firstBuild,
        long lastBuild,
        long lastFailure,
        double meanSeconds,
        double recentSeconds) {}
