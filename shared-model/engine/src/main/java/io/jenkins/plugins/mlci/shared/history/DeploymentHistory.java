package io.jenkins.plugins.mlci.shared.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was deployed where, and how it went. */
public interface DeploymentHistory {
    /** Keeps a deployment; one with the same id is replaced and keeps its outcomes. */
    void record(Deployment deployment);

    /**
     * Keeps an outcome. The same result at the same time is kept once.
     *
     * @throws IllegalArgumentException when the deployment is unknown
     */
    void record(DeploymentOutcome outcome);

    /** The deployment with this id. */
    Optional<Deployment> find(String id);

    /** The newest deployments into an environment, newest first. */
    List<Deployment> newest(String environment, int limit);

    /** The newest deployments that a job made into an environment, newest first. */
    List<Deployment> newest(String job, String environment, int limit);

    /** The outcomes of a deployment, in the order in which they were observed; the last one is what is known now. */
    List<DeploymentOutcome> outcomes(String deployment);

    /** The environments that were deployed into, sorted. */
    List<String> environments();

    /** Forgets the deployments that started before a time, with their outcomes. Returns how many. */
    int deleteStartedBefore(Instant time);
}
