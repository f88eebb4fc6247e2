package io.jenkins.plugins.mlci.plugin.deploygate.page;

import io.jenkins.plugins.mlci.deploygate.delivery.DeployedVersion;
import io.jenkins.plugins.mlci.deploygate.delivery.EnvironmentReport;
import io.jenkins.plugins.mlci.deploygate.gate.EnvironmentReader;
import io.jenkins.plugins.mlci.plugin.deploygate.chart.Outcome;
import io.jenkins.plugins.mlci.plugin.deploygate.incident.OpenIncidents;
import io.jenkins.plugins.mlci.plugin.deploygate.incident.Sight;
import io.jenkins.plugins.mlci.plugin.shared.jenkins.JenkinsFacade;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import java.time.Instant;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** One environment in the list, for pages and {@code /api/json}. */
@ExportedBean(defaultVisibility = 2)
public final class EnvironmentRow {
    private static final int NEWEST = 100;

    private final String name;
    private final int openIncidents;
    private final EnvironmentReport report;
    private final Instant now;

    private EnvironmentRow(String name, int openIncidents, EnvironmentReport report, Instant now) {
        this.name = name;
        this.openIncidents = openIncidents;
        this.report = report;
        this.now = now;
    }

    static EnvironmentRow read(HistoryStore store, String name, Sight sight, JenkinsFacade jenkins) {
        Instant now = jenkins.clock().instant();
        return new EnvironmentRow(
                name,
                OpenIncidents.in(store, name, sight).size(),
                EnvironmentReader.read(store, name, sight::job, NEWEST, now),
                now);
    }

    @Exported
    public String getName() {
        return name;
    }

    /** The address below {@code env/}. */
    @Exported
    public String getToken() {
        return Token.of(name);
    }

    /** Incidents that are not over. */
    @Exported
    public int getOpenIncidents() {
        return openIncidents;
    }

    private DeployedVersion last() {
        return report.deployments().get(report.deployments().size() - 1).deployment();
    }

    private boolean any() {
        return !report.deployments().isEmpty();
    }

    /** When the last deployment started; empty when none may be seen. */
    @Exported
    public String getLastStarted() {
        return any() ? last().started().toString() : "";
    }

    public String getLastAgo() {
        return any() ? Words.ago(last().started(), now) : "";
    }

    /** How it went. */
    @Exported
    public String getLastOutcome() {
        return any() ? Outcomes.of(last().result()).words() : "";
    }

    public String getLastOutcomeText() {
        Outcome outcome = any() ? Outcomes.of(last().result()) : Outcome.UNKNOWN;
        return outcome.sign() + " " + outcome.words();
    }

    /** What was deployed last; empty when unknown. */
    @Exported
    public String getLastVersion() {
        return any() ? last().version() : "";
    }

    public String getFrequency() {
        return Words.number(report.now().perWeek()) + " a week";
    }

    public String getFailureRate() {
        long all = report.now().changeFailureRate().all();
        return all == 0
                ? "not known yet"
                : Words.percent(report.now().changeFailureRate().estimate()) + " of " + Words.of(all, "deployment");
    }
}
