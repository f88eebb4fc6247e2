package io.jenkins.plugins.mlci.plugin.deploygate.page;

import hudson.model.Api;
import io.jenkins.plugins.mlci.deploygate.delivery.EnvironmentReport;
import io.jenkins.plugins.mlci.deploygate.delivery.GatedDeployment;
import io.jenkins.plugins.mlci.deploygate.gate.EnvironmentReader;
import io.jenkins.plugins.mlci.plugin.deploygate.incident.OpenIncidents;
import io.jenkins.plugins.mlci.plugin.deploygate.incident.Sight;
import io.jenkins.plugins.mlci.plugin.deploygate.service.Answered;
import io.jenkins.plugins.mlci.plugin.shared.jenkins.JenkinsFacade;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** How deployments into one environment go, for a request: open incidents, timeline, the four figures, how right the gate is. */
@ExportedBean
public final class EnvironmentPage extends DeploymentsPage {
    /** Newest deployments that are looked at. */
    static final int NEWEST = 1_000;

    private final String name;
    private final JenkinsFacade jenkins;
    private Answered<Data> data;

    EnvironmentPage(String name, JenkinsFacade jenkins) {
        this.name = name;
        this.jenkins = jenkins;
    }

    private record Data(EnvironmentReport report, List<DeployedRow> rows, List<IncidentRow> open, boolean more) {}

    /** Read once, when it is first needed. */
    private Answered<Data> data() {
        if (data == null) {
            data = Answered.by(this::read);
        }
        return data;
    }

    private Data read(HistoryStore store) {
        Sight sight = new Sight(jenkins);
        Instant now = jenkins.clock().instant();
        EnvironmentReport report = EnvironmentReader.read(store, name, sight::job, NEWEST, now);
        List<GatedDeployment> newest = new ArrayList<>(report.deployments());
        Collections.reverse(newest);
        Query query = Query.current();
        List<DeployedRow> rows = newest.stream()
                .skip(query.from())
                .limit(query.count())
                .map(each -> DeployedRow.read(store, each, jenkins, now))
                .toList();
        List<IncidentRow> open = OpenIncidents.in(store, name, sight).stream()
                .map(each -> new IncidentRow(each, now))
                .toList();
        boolean hidden = store.deployments().newest(name, NEWEST).stream()
                .anyMatch(each -> !sight.job(each.build().job()));
        return new Data(report, rows, open, hidden);
    }

    @Override
    public String getDisplayName() {
        return name;
    }

    /** The name of the environment. */
    @Exported
    public String getName() {
        return name;
    }

    /** Why nothing can be shown; empty when the history works. */
    @Exported
    public String getProblem() {
        return data().problem();
    }

    /** Whether there is no deployment to show. */
    public boolean isBlank() {
        return getTotal() == 0;
    }

    /** Whether deployments are left out that the reader may not see. */
    @Exported
    public boolean isPartial() {
        return data().value().map(Data::more).orElse(false);
    }

    /** Incidents that are not over, newest first. */
    @Exported(inline = true)
    public List<IncidentRow> getOpenIncidents() {
        return data().value().map(Data::open).orElse(List.of());
    }

    /** Deployments that are looked at: the newest thousand that the reader may see. */
    @Exported
    public int getTotal() {
        return data().value().map(each -> each.report().deployments().size()).orElse(0);
    }

    /** Some of them, newest first: {@code ?from=50&count=50}, 500 at most. */
    @Exported(inline = true)
    public List<DeployedRow> getDeployments() {
        return data().value().map(Data::rows).orElse(List.of());
    }

    /** Number of the first that is shown, from 0. */
    @Exported
    public int getFrom() {
        return Query.current().from();
    }

    public int getPrevious() {
        return Query.current().previous();
    }

    public int getNext() {
        return Query.current().next();
    }

    public int getCount() {
        return Query.current().count();
    }

    /** The figures and pictures; missing when the history cannot be used. */
    @Exported(inline = true)
    public EnvironmentView getFigures() {
        return data().value().map(each -> new EnvironmentView(each.report())).orElse(null);
    }

    /** {@code /api/json}. */
    public Api getApi() {
        return new Api(this);
    }
}
