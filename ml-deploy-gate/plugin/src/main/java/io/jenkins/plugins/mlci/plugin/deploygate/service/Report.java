package io.jenkins.plugins.mlci.plugin.deploygate.service;

import io.jenkins.plugins.mlci.shared.history.DeploymentResult;
import java.time.Instant;
import java.util.Optional;

/** What became known later, read and checked. Texts have secrets masked. */
public sealed interface Report {
    /**
     * How a deployment went.
     *
     * @param deployment its id; empty where the newest of an environment is meant
     * @param environment where to; empty where the id is given
     * @param job narrows the newest down; may be empty
     * @param version narrows the newest down; may be empty
     * @param at when that was known; empty for now
     * @param key what makes two reports the same
     */
    record OfDeployment(
            String deployment,
            String environment,
            String job,
            String version,
            DeploymentResult result,
            Optional<Instant> at,
            String key,
            String note)
            implements Report {}

    /**
     * Something broke. An empty text is unknown.
     *
     * @param at when it was noticed; empty for now
     */
    record OfIncident(
            String id,
            String environment,
            String title,
            String text,
            String source,
            String job,
            String deployment,
            String category,
            String priority,
            Optional<Instant> at)
            implements Report {}

    /**
     * An incident is over.
     *
     * @param how what resolved it
     */
    record OfResolution(String id, String how, Optional<Instant> at) implements Report {}
}
