package io.jenkins.plugins.mlci.logscan.signature;

import io.jenkins.plugins.mlci.shared.history.BuildId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where a failure was seen before.
 *
 * @param count how often the same signature was seen, in all jobs, this build not counted
 * @param first where it was seen first, of the sightings that are looked at
 * @param since when that was
 * @param jobs the jobs that have it
 * @param recent the newest sightings, newest first
 * @param introduced the commit that was built when this job failed so for the first time; empty when unknown
 * @param remedy what made it good again the last time in this job
 * @param alike failures of this job that are alike and not equal, most alike first
 */
public record PastFailures(
        long count,
        Optional<BuildId> first,
        Optional<Instant> since,
        List<String> jobs,
        List<BuildId> recent,
        String introduced,
        Optional<Remedy> remedy,
        List<Alike> alike) {
    public PastFailures {
        jobs = List.copyOf(jobs);
        recent = List.copyOf(recent);
        alike = List.copyOf(alike);
    }

    /**
     * What made a failure go away.
     *
     * @param build the first good build after it
     * @param retry whether nothing had changed: trying again was enough
     * @param commit the commit of the good build; empty when unknown
     */
    public record Remedy(BuildId build, boolean retry, String commit) {}

    /**
     * A failure that is alike.
     *
     * @param build where it was seen
     * @param signature its id
     * @param similarity from 0 to 1
     */
    public record Alike(BuildId build, String signature, double similarity) {}
}
