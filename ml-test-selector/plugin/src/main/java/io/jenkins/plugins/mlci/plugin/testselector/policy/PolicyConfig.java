package io.jenkins.plugins.mlci.plugin.testselector.policy;

import hudson.ExtensionPoint;
import hudson.model.Describable;
import io.jenkins.plugins.mlci.testselector.policy.Policy;
import java.io.Serializable;

/** How much to run. */
public abstract class PolicyConfig implements Describable<PolicyConfig>, ExtensionPoint, Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * The policy for the engine.
     *
     * @throws IllegalArgumentException with a sentence when the value makes no sense
     */
    public abstract Policy policy();

    /** As the author wrote it, for example {@code confidence: 0.95}. */
    public abstract String text();
}
