package io.jenkins.plugins.mlci.plugin.deploygate.page;

import io.jenkins.plugins.mlci.deploygate.delivery.DeployedVersion;
import io.jenkins.plugins.mlci.deploygate.delivery.GatedDeployment;
import io.jenkins.plugins.mlci.plugin.deploygate.chart.Outcome;
import io.jenkins.plugins.mlci.plugin.shared.jenkins.JenkinsFacade;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.Deployment;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** One past deployment for pages and {@code /api/json}. */
@ExportedBean(defaultVisibility = 2)
public final class DeployedRow {
    private static final double MINUTES = 60;

    private final GatedDeployment gated;
    private final Optional<BuildId> build;
    private final String url;
    private final Instant now;

    private DeployedRow(GatedDeployment gated, Optional<BuildId> build, String url, Instant now) {
        this.gated = gated;
        this.build = build;
        this.url = url;
        this.now = now;
    }

    static DeployedRow read(HistoryStore store, GatedDeployment gated, JenkinsFacade jenkins, Instant now) {
        Optional<BuildId> build =
                store.deployments().find(gated.deployment().id()).map(Deployment::build);
        return new DeployedRow(
                gated, build, build.map(id -> BuildLink.url(id, jenkins)).orElse(""), now);
    }

    private DeployedVersion deployment() {
        return gated.deployment();
    }

    /** Its id in the history. */
    @Exported
    public String getId() {
        return deployment().id();
    }

    /** The job that deployed. */
    @Exported
    public String getJob() {
        return deployment().job();
    }

    /** Number of the build that deployed; missing when unknown. */
    @Exported
    public Long getBuild() {
        return build.map(BuildId::number).orElse(null);
    }

    public String getBuildText() {
        return build.map(BuildId::toString).orElse(deployment().job());
    }

    /** The address of the build's page; empty when there is none. */
    public String getUrl() {
        return url;
    }

    @Exported
    public String getStarted() {
        return deployment().started().toString();
    }

    public String getStartedText() {
        return Words.time(deployment().started());
    }

    public String getAgo() {
        return Words.ago(deployment().started(), now);
    }

    /** What was deployed; empty when unknown. */
    @Exported
    public String getVersion() {
        return deployment().version();
    }

    /** A commit id at the length at which people know it. */
    public String getVersionText() {
        String version = getVersion();
        return version.matches("[0-9a-f]{40}") ? version.substring(0, 10) : version;
    }

    /** The risk that it was given; missing when the gate was not asked. */
    @Exported
    public Double getRisk() {
        return Double.isFinite(deployment().predicted()) ? (Double) deployment().predicted() : null;
    }

    public String getRiskText() {
        return getRisk() == null ? "not asked" : Words.percent(getRisk());
    }

    /** What the gate said; empty when it was not asked. */
    @Exported
    public String getVerdict() {
        return gated.verdict().map(each -> each.name().toLowerCase(Locale.ROOT)).orElse("");
    }

    Outcome outcome() {
        return Outcomes.of(deployment().result());
    }

    /** {@code good}, {@code rolled back} and so on. */
    @Exported
    public String getOutcome() {
        return outcome().words();
    }

    public String getOutcomeText() {
        return outcome().sign() + " " + outcome().words();
    }

    /** Hours from its start to when the environment was well again; missing when it did not fail or is not well yet. */
    @Exported
    public Double getRestoreHours() {
        return deployment()
                .restored()
                .map(well -> Duration.between(deployment().started(), well).toMinutes() / MINUTES)
                .orElse(null);
    }

    public String getRestoreText() {
        return getRestoreHours() == null ? "" : "well again after " + Words.hours(getRestoreHours());
    }
}
