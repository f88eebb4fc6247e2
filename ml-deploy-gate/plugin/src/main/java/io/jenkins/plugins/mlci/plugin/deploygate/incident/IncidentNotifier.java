package io.jenkins.plugins.mlci.plugin.deploygate.incident;

import hudson.ExtensionPoint;
import io.jenkins.plugins.mlci.deploygate.incident.IncidentRecord;

/** Tells people about an incident. Implement it in a plugin that sends mails or chat messages. */
public interface IncidentNotifier extends ExtensionPoint {
    /**
     * Tells them.
     *
     * @param incident what broke, secrets masked
     * @param message what to say
     * @return what was done, in a sentence
     * @throws io.jenkins.plugins.mlci.deploygate.incident.RemedyException when it cannot, with a sentence
     */
    String tell(IncidentRecord incident, String message);
}
