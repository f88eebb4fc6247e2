package io.jenkins.plugins.mlci.plugin.deploygate.incident;

import hudson.Extension;
import hudson.ExtensionPoint;
import io.jenkins.plugins.mlci.deploygate.gate.IncidentDesk;
import io.jenkins.plugins.mlci.deploygate.incident.IncidentRecord;
import io.jenkins.plugins.mlci.plugin.shared.jenkins.JenkinsFacade;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import io.jenkins.plugins.mlci.shared.learn.TrainingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is thought of incidents. That needs models trained on all earlier ones, so it is kept for some minutes. */
@Extension
public final class Opinions implements ExtensionPoint {
    private static final long SEED = 11;
    private static final int MOST = 50;
    private static final int ROWS = 5_000;
    private static final Duration BUDGET = Duration.ofSeconds(5);
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final Map<IncidentRecord, Kept> kept = new LinkedHashMap<>();

    private record Kept(IncidentDesk.Opinion opinion, Instant until) {}

    /** What is thought of an incident; at most some minutes old. */
    public synchronized IncidentDesk.Opinion of(HistoryStore store, IncidentRecord incident, JenkinsFacade jenkins) {
        Instant now = jenkins.clock().instant();
        Kept known = kept.get(incident);
        if (known == null || now.isAfter(known.until)) {
            TrainingContext training = TrainingContext.seeded(SEED)
                    .within(BUDGET, System::nanoTime)
                    .capped(ROWS);
            known = new Kept(new IncidentDesk(store, training).consider(incident), now.plus(FRESH));
            kept.remove(incident);
            kept.put(incident, known);
            Iterator<IncidentRecord> oldest = kept.keySet().iterator();
            while (kept.size() > MOST) {
                oldest.next();
                oldest.remove();
            }
        }
        return known.opinion;
    }
}
