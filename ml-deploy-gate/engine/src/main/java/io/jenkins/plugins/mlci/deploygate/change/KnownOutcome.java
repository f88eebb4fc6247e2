package io.jenkins.plugins.mlci.deploygate.change;

import java.time.Instant;
import java.util.Objects;

/**
 * How a deployment went, at the moment when that became known. A failure is known when it is noticed; that a deployment was
 * good is known only when the time in which failures usually show has passed.
 *
 * @param deployment id of the deployment
 * @param failed whether it counts as a failed change
 * @param known when that became known
 */
public record KnownOutcome(String deployment, boolean failed, Instant known) {
    public KnownOutcome {
        Objects.requireNonNull(deployment, "deployment");
        Objects.requireNonNull(known, "known");
    }
}
