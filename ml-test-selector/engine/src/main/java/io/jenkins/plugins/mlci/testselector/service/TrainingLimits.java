package io.jenkins.plugins.mlci.testselector.service;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * How long learning may take. What was learned when it ends is kept and goes on from there the next time.
 *
 * @param budget how long, at most
 * @param nanoTime a monotonic clock, nanoseconds
 * @param cancelled asked after every build; true stops
 */
public record TrainingLimits(Duration budget, LongSupplier nanoTime, BooleanSupplier cancelled) {
    /** Without limits. */
    public static final TrainingLimits NONE = new TrainingLimits(Duration.ofDays(3650), () -> 0, () -> false);

    /** A check that becomes true when the time is over or somebody has cancelled. */
    BooleanSupplier start() {
        long deadline = nanoTime.getAsLong() + budget.toNanos();
        return () -> cancelled.getAsBoolean() || nanoTime.getAsLong() - deadline >= 0;
    }
}
