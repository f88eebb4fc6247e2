package io.jenkins.plugins.mlci.testselector.service;

import io.jenkins.plugins.mlci.testselector.policy.Policy;
import io.jenkins.plugins.mlci.testselector.policy.Rules;
import java.util.Objects;

/**
 * What to select.
 *
 * @param job full name of the job whose history decides
 * @param policy how much to run
 * @param rules what holds whatever the model says
 * @param seed of all chance in learning; the same for the same job, so that what is learned can be compared
 */
public record SelectionRequest(String job, Policy policy, Rules rules, long seed) {
    /** The seed where nobody asks for another. */
    public static final long DEFAULT_SEED = 7;

    public SelectionRequest {
        Objects.requireNonNull(policy, "policy");
        Objects.requireNonNull(rules, "rules");
        if (job == null || job.isBlank()) {
            throw new IllegalArgumentException("A selection needs the name of a job.");
        }
    }

    /** With the usual seed. */
    public static SelectionRequest of(String job, Policy policy, Rules rules) {
        return new SelectionRequest(job, policy, rules, DEFAULT_SEED);
    }
}
