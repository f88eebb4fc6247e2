package io.jenkins.plugins.mlci.plugin.deploygate.incident;

import io.jenkins.plugins.mlci.deploygate.incident.IncidentJson;
import io.jenkins.plugins.mlci.deploygate.incident.IncidentRecord;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import java.util.List;

/** The incidents that stop the line. */
public final class OpenIncidents {
    /** As far back as the engine's gate looks. */
    private static final int NEWEST = 200;

    private OpenIncidents() {}

    /** Those of an environment that are not over and that the reader may see, newest first. */
    public static List<IncidentRecord> in(HistoryStore store, String environment, Sight sight) {
        return store.incidents().newest(environment, NEWEST).stream()
                .filter(each -> each.resolved().isEmpty())
                .map(IncidentJson::read)
                .filter(each -> sight.incident(store, each))
                .toList();
    }
}
