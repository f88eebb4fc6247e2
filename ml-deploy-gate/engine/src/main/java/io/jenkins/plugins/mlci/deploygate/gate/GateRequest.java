package io.jenkins.plugins.mlci.deploygate.gate;

import io.jenkins.plugins.mlci.deploygate.change.DeploymentFacts;
import java.util.Objects;
import java.util.Optional;

/**
 * What the gate is asked.
 *
 * @param facts what is about to be deployed, with the time at which it would start
 * @param build number of the build that asks, at least 1
 * @param bypass why a freeze is to be passed over; empty when it is not
 * @param repairs whether this deployment repairs an open incident or puts an earlier version back, and so may pass a stopped line
 * @param discreet whether the answer is for people of whom is only known that they may see this job: incidents and deployments of
 *     other jobs then count, and are not named
 */
public record GateRequest(
        DeploymentFacts facts, long build, Optional<String> bypass, boolean repairs, boolean discreet) {
    public GateRequest {
        Objects.requireNonNull(facts, "facts");
        if (build < 1) {
            throw new IllegalArgumentException("A build's number starts at 1, not " + build + ".");
        }
    }

    /** A request without anything special. */
    public static GateRequest of(DeploymentFacts facts, long build) {
        return new GateRequest(facts, build, Optional.empty(), false, false);
    }
}
