package io.jenkins.plugins.mlci.plugin.deploygate.incident;

import hudson.model.Cause;

/** A build was started because of an incident. */
public final class IncidentCause extends Cause {
    private final String incident;

    public IncidentCause(String incident) {
        this.incident = incident;
    }

    /** Id of the incident. */
    public String getIncident() {
        return incident;
    }

    @Override
    public String getShortDescription() {
        return Messages.IncidentCause_ShortDescription(incident);
    }
}
