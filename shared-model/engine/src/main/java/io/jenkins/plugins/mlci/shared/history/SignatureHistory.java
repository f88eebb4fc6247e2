package io.jenkins.plugins.mlci.shared.history;

import java.time.Instant;
import java.util.List;

/** Which failures were seen in which builds. */
public interface SignatureHistory {
    /** Keeps a failure; the same signature in the same build is replaced. */
    void record(FailureSignature failure);

    /** The failures of a build, in the order in which they were seen. */
    List<FailureSignature> of(BuildId build);

    /** Where a signature was seen, in all jobs, newest first. */
    List<FailureSignature> newest(String signature, int limit);

    /** The newest failures of a job, newest first. */
    List<FailureSignature> newestOfJob(String job, int limit);

    /** How often a signature was seen, in all jobs. */
    long count(String signature);

    /** Forgets the failures that were seen before a time. Returns how many. */
    int deleteSeenBefore(Instant time);
}
