package io.jenkins.plugins.mlci.deploygate.delivery;

import io.jenkins.plugins.mlci.deploygate.policy.Verdict;
import java.util.Optional;

/**
 * A deployment in hindsight beside what the gate said of it.
 *
 * @param deployment what happened
 * @param verdict what the gate said; empty when it was not asked
 */
public record GatedDeployment(DeployedVersion deployment, Optional<Verdict> verdict) {}
