package io.jenkins.plugins.mlci.plugin.deploygate.policy;

import hudson.ExtensionPoint;
import hudson.model.Describable;
import io.jenkins.plugins.mlci.deploygate.policy.RiskThresholds;
import java.io.Serializable;

/** From which risk on which verdict holds. */
public abstract class RiskPolicyConfig implements Describable<RiskPolicyConfig>, ExtensionPoint, Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * The thresholds for the engine.
     *
     * @throws IllegalArgumentException with a sentence when the values make no sense
     */
    public abstract RiskThresholds thresholds();

    /** As the author wrote it, for example {@code cost(failure: 10, delay: 1)}. */
    public abstract String text();
}
