package io.jenkins.plugins.mlci.deploygate.risk;

import io.jenkins.plugins.mlci.deploygate.change.DeploymentFacts;
import io.jenkins.plugins.mlci.deploygate.change.KnownOutcome;

/**
 * Says how likely a deployment is to fail, and learns from what really happened. Calls come in the order of time; not safe
 * for several threads.
 */
public interface RiskAssessor {
    /** The risk of a deployment that is about to start, from what is known by then; changes nothing. */
    RiskEstimate assess(DeploymentFacts facts);

    /** Remembers that a deployment started. An id that is known already is ignored. */
    void started(DeploymentFacts facts);

    /** Learns how a deployment went, when that becomes known. A deployment that is not known is ignored. */
    void known(KnownOutcome outcome);
}
