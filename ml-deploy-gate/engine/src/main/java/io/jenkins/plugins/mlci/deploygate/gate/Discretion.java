package io.jenkins.plugins.mlci.deploygate.gate;

import io.jenkins.plugins.mlci.deploygate.incident.IncidentJson;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import io.jenkins.plugins.mlci.shared.history.Incident;

/**
 * What an answer about a job may name. An environment is shared by many jobs, and who reads the answer for one of them may not be
 * meant to know of the others.
 *
 * @param job what the answer is about
 * @param discreet whether only what concerns this job is named; otherwise all is
 */
record Discretion(HistoryStore store, String job, boolean discreet) {
    /** Whether what belongs to a job may be named. */
    boolean namesOf(String other) {
        return !discreet || other.equals(job);
    }

    /** Whether an incident may be named: by the job that is affected, or where that is unknown by the one that caused it. */
    boolean names(Incident incident) {
        if (!discreet) {
            return true;
        }
        String affected = IncidentJson.read(incident).job();
        return affected.isBlank()
                ? store.deployments()
                        .find(incident.deployment())
                        .filter(cause -> cause.build().job().equals(job))
                        .isPresent()
                : affected.equals(job);
    }
}
