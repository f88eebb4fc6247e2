package io.jenkins.plugins.mlci.plugin.shared.config;

/** Whether decisions of models have an effect. */
public enum DecisionMode {
    /** Say what would be decided, and change nothing. */
    OBSERVE,
    /** Act on it. */
    ENFORCE;

    /** For people. */
    public String getLabel() {
        return this == OBSERVE ? Messages.DecisionMode_Observe() : Messages.DecisionMode_Enforce();
    }
}
