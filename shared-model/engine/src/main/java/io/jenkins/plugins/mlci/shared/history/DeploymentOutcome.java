package io.jenkins.plugins.mlci.shared.history;

import java.time.Instant;

/**
 * How a deployment went, as it was known at one time. A deployment may have several: it succeeded, and an hour later was
 * rolled back.
 *
 * @param deployment id of the deployment
 * @param result how it went
 * @param observed when that was known
 * @param json what else is known, as JSON; holds no names of people
 */
public record DeploymentOutcome(String deployment, DeploymentResult result, Instant observed, String json) {}
