package io.jenkins.plugins.mlci.plugin.deploygate.incident;

import hudson.Extension;
import hudson.ExtensionPoint;
import io.jenkins.plugins.mlci.deploygate.incident.IncidentHandler;
import io.jenkins.plugins.mlci.plugin.shared.jenkins.JenkinsFacade;
import java.util.List;

/** Brings handlers of incidents. Implement it in another plugin to bring some of your own. */
public interface IncidentHandlers extends ExtensionPoint {
    /** The handlers, in the order in which they are offered. */
    List<IncidentHandler> handlers();

    /** All handlers there are. */
    static List<IncidentHandler> all(JenkinsFacade jenkins) {
        return jenkins.all(IncidentHandlers.class).stream()
                .flatMap(each -> each.handlers().stream())
                .toList();
    }

    /** Roll back, retry, notify. */
    @Extension(ordinal = 100)
    final class BuiltIn implements IncidentHandlers {
        @Override
        public List<IncidentHandler> handlers() {
            return IncidentHandler.builtIn();
        }
    }
}
