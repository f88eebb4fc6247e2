package io.jenkins.plugins.mlci.shared.privacy;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How long a history is kept. What breaks either limit goes.
 *
 * @param maxAge how old anything may become; empty for any age
 * @param maxBuildsPerJob how many builds of a job are kept, the newest ones; empty for any number
 */
public record RetentionPolicy(Optional<Duration> maxAge, OptionalInt maxBuildsPerJob) {
    /** Keeps everything. */
    public static final RetentionPolicy FOREVER = new RetentionPolicy(Optional.empty(), OptionalInt.empty());

    public RetentionPolicy {
        if (maxAge.isPresent() && (maxAge.get().isNegative() || maxAge.get().isZero())) {
            throw new IllegalArgumentException(
                    "A history can be kept for a positive time only, not for " + maxAge.get());
        }
        if (maxBuildsPerJob.isPresent() && maxBuildsPerJob.getAsInt() < 1) {
            throw new IllegalArgumentException("At least 1 build of a job must be kept, not "
                    + maxBuildsPerJob.getAsInt() + "; to forget a job, delete it");
        }
    }

    /** Keeps everything for a time. */
    public static RetentionPolicy ofAge(Duration maxAge) {
        return new RetentionPolicy(Optional.of(maxAge), OptionalInt.empty());
    }

    /** The same policy with a limit to the number of builds. */
    public RetentionPolicy withMaxBuildsPerJob(int builds) {
        return new RetentionPolicy(maxAge, OptionalInt.of(builds));
    }
}
