package io.jenkins.plugins.mlci.plugin.deploygate.incident;

import hudson.ExtensionPoint;
import io.jenkins.plugins.mlci.deploygate.incident.IncidentRecord;

/** Tells people about an incident. {@link WebhookNotifier} is built in; implement it in a plugin that sends mails or pages. */
public interface IncidentNotifier extends ExtensionPoint {
    /** Whether it is set up, so that it may be asked. */
    default boolean isReady() {
        return true;
    }

    /**
     * Tells them.
     *
     * @param incident what broke, secrets masked
     * @param message what to say, with the address of the incident's page
     * @return what was done, in a sentence
     * @throws io.jenkins.plugins.mlci.deploygate.incident.RemedyException when it cannot, with a sentence
     */
    String tell(IncidentRecord incident, String message);
}
