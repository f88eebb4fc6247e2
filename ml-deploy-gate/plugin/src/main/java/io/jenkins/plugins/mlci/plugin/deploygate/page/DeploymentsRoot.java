package io.jenkins.plugins.mlci.plugin.deploygate.page;

import hudson.Extension;
import hudson.model.Api;
import hudson.model.RootAction;
import io.jenkins.plugins.mlci.plugin.deploygate.incident.Sight;
import io.jenkins.plugins.mlci.plugin.deploygate.service.Answered;
import io.jenkins.plugins.mlci.plugin.shared.jenkins.JenkinsFacade;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jenkins.security.stapler.StaplerAccessibleType;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** The environments that are deployed into, and below each its own page; and the incidents. For everyone who may read Jenkins. */
@Extension
@Symbol("deployments")
@ExportedBean
public final class DeploymentsRoot extends DeploymentsPage implements RootAction {
    /** Where the pages are. */
    public static final String URL = "ml-deployments";

    static final String ICON = "symbol-paper-plane-outline";

    /** So many of the newest deployments are looked at to see whether a reader may see any. */
    private static final int LOOK = 100;

    private final JenkinsFacade jenkins = new JenkinsFacade();

    @Override
    public String getIconFileName() {
        return ICON;
    }

    @Override
    public String getDisplayName() {
        return Messages.DeploymentsRoot_DisplayName();
    }

    @Override
    public String getUrlName() {
        return URL;
    }

    /** What is listed, and why it is not. */
    public Answered<List<EnvironmentRow>> rows() {
        return Answered.by(store -> {
            Sight sight = new Sight(jenkins);
            List<EnvironmentRow> rows = new ArrayList<>();
            for (String name : names(store, sight)) {
                rows.add(EnvironmentRow.read(store, name, sight, jenkins));
            }
            return rows;
        });
    }

    private List<String> names(HistoryStore store, Sight sight) {
        return store.deployments().environments().stream()
                .filter(name -> sight.environment(store, name, LOOK))
                .toList();
    }

    /** The list for a page, which asks for it once. */
    public View getView() {
        return new View(rows());
    }

    /** The environments of which the reader may see a deployment. */
    @Exported(inline = true)
    public List<EnvironmentRow> getEnvironments() {
        return rows().value().orElse(List.of());
    }

    /** {@code /api/json}. */
    public Api getApi() {
        return new Api(this);
    }

    /** {@code env/prod}. */
    public Environments getEnv() {
        return new Environments();
    }

    /** The incidents. */
    public IncidentsPage getIncidents() {
        return new IncidentsPage(jenkins);
    }

    /** The pages of the environments. */
    @StaplerAccessibleType
    public final class Environments {
        /** The page of one; none when there is no such environment, or the reader may see no deployment into it. */
        public EnvironmentPage getDynamic(String token) {
            Optional<String> name = Token.read(token);
            if (name.isEmpty()) {
                return null;
            }
            Answered<Boolean> seen = Answered.by(store -> new Sight(jenkins).environment(store, name.get(), LOOK));
            // With a broken history there is a page that says so, and nothing else, whatever the name.
            return seen.value().orElse(true) ? new EnvironmentPage(name.get(), jenkins) : null;
        }
    }

    /** The list for a page. */
    public static final class View {
        private final Answered<List<EnvironmentRow>> rows;

        View(Answered<List<EnvironmentRow>> rows) {
            this.rows = rows;
        }

        public List<EnvironmentRow> getRows() {
            return rows.value().orElse(List.of());
        }

        /** Why nothing can be shown; empty when the history works. */
        public String getProblem() {
            return rows.problem();
        }
    }
}
