package io.jenkins.plugins.mlci.shared.history;

import java.time.Instant;

/**
 * Which builds of a job to read.
 *
 * @param job full name of the job
 * @param since only builds that started at this time or later; {@link Instant#MIN} for all
 * @param before only builds that started before this time; {@link Instant#MAX} for all
 * @param newest at most this many, the newest that match
 * @param withExcluded whether to read excluded builds too
 */
public record BuildQuery(String job, Instant since, Instant before, int newest, boolean withExcluded) {
    public BuildQuery {
        if (newest < 0) {
            throw new IllegalArgumentException("Cannot read " + newest + " builds: ask for none or more");
        }
    }

    /** All builds of a job that are not excluded. */
    public static BuildQuery of(String job) {
        return new BuildQuery(job, Instant.MIN, Instant.MAX, Integer.MAX_VALUE, false);
    }

    public BuildQuery startedSince(Instant time) {
        return new BuildQuery(job, time, before, newest, withExcluded);
    }

    public BuildQuery startedBefore(Instant time) {
        return new BuildQuery(job, since, time, newest, withExcluded);
    }

    public BuildQuery newest(int builds) {
        return new BuildQuery(job, since, before, builds, withExcluded);
    }

    public BuildQuery includingExcluded() {
        return new BuildQuery(job, since, before, newest, true);
    }
}
