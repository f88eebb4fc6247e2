package io.jenkins.plugins.mlci.deploygate.change;

import java.time.Instant;
import java.util.Objects;

/**
 * What is known of a deployment at the moment it is to start. Holds nothing of how it went.
 *
 * @param id unique among all deployments
 * @param job full name of the job that deploys
 * @param environment where to, for example {@code prod}
 * @param started when it starts or started
 * @param change what it brings
 * @param build what the deployed build went through
 */
public record DeploymentFacts(
        String id, String job, String environment, Instant started, DeployedChange change, BuildSignals build) {
    public DeploymentFacts {
        requireText("id", id);
        requireText("job", job);
        requireText("environment", environment);
        Objects.requireNonNull(started, "started");
        Objects.requireNonNull(change, "change");
        Objects.requireNonNull(build, "build");
    }

    private static void requireText(String what, String text) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("A deployment needs its " + what + ".");
        }
    }
}
