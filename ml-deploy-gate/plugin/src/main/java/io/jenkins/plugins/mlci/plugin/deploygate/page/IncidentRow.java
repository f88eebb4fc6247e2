package io.jenkins.plugins.mlci.plugin.deploygate.page;

import io.jenkins.plugins.mlci.deploygate.incident.IncidentRecord;
import java.time.Duration;
import java.time.Instant;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** One incident in a list, for pages and {@code /api/json}. */
@ExportedBean(defaultVisibility = 2)
public final class IncidentRow {
    private static final double MINUTES = 60;

    private final IncidentRecord incident;
    private final Instant now;

    IncidentRow(IncidentRecord incident, Instant now) {
        this.incident = incident;
        this.now = now;
    }

    @Exported
    public String getId() {
        return incident.id();
    }

    /** The address below {@code incidents/}. */
    @Exported
    public String getToken() {
        return Token.of(incident.id());
    }

    @Exported
    public String getTitle() {
        return incident.title();
    }

    @Exported
    public String getEnvironment() {
        return incident.environment();
    }

    /** The job that is affected; empty when unknown. */
    @Exported
    public String getJob() {
        return incident.job();
    }

    @Exported
    public String getOpened() {
        return incident.opened().toString();
    }

    public String getOpenedText() {
        return Words.time(incident.opened());
    }

    public String getAgo() {
        return Words.ago(incident.opened(), now);
    }

    @Exported
    public boolean isOpen() {
        return incident.isOpen();
    }

    /** When it was over; empty while it is not. */
    @Exported
    public String getResolved() {
        return incident.resolved().map(Instant::toString).orElse("");
    }

    /** Open, or after how long it was over. */
    public String getStateText() {
        return incident.resolved()
                .map(end -> "● over after "
                        + Words.hours(Duration.between(incident.opened(), end).toMinutes() / MINUTES))
                .orElse("▲ open");
    }

    /** What kind it is; empty when unknown. */
    @Exported
    public String getCategory() {
        return incident.category();
    }

    /** Whether nobody gave the kind, so that it was guessed from the words. */
    @Exported
    public boolean isCategoryGuessed() {
        return incident.guesses().category();
    }

    /** How bad it is, as it was reported; empty when unknown. */
    @Exported
    public String getPriority() {
        return incident.priority();
    }

    /** Id of the deployment that caused it; empty when unknown. */
    @Exported
    public String getDeployment() {
        return incident.deployment();
    }

    /** Whether nobody named that deployment, so that it is only the likeliest one. */
    @Exported
    public boolean isDeploymentGuessed() {
        return incident.guesses().deployment();
    }

    /** What resolved it; empty when unknown. */
    @Exported
    public String getResolution() {
        return incident.resolution();
    }
}
