package io.jenkins.plugins.mlci.plugin.deploygate.page;

import hudson.model.Api;
import io.jenkins.plugins.mlci.deploygate.incident.IncidentJson;
import io.jenkins.plugins.mlci.deploygate.incident.IncidentRecord;
import io.jenkins.plugins.mlci.plugin.deploygate.incident.Sight;
import io.jenkins.plugins.mlci.plugin.deploygate.service.Answered;
import io.jenkins.plugins.mlci.plugin.shared.jenkins.JenkinsFacade;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** The incidents that the reader may see, open ones first, for a request: {@code ?show=open&from=50&count=50}. */
@ExportedBean
public final class IncidentsPage extends DeploymentsPage {
    private static final int NEWEST = 1_000;

    private final JenkinsFacade jenkins;
    private Answered<List<IncidentRecord>> found;

    IncidentsPage(JenkinsFacade jenkins) {
        this.jenkins = jenkins;
    }

    @Override
    public String getDisplayName() {
        return Messages.IncidentsPage_DisplayName();
    }

    private Answered<List<IncidentRecord>> found() {
        if (found == null) {
            found = Answered.by(this::read);
        }
        return found;
    }

    private List<IncidentRecord> read(HistoryStore store) {
        Sight sight = new Sight(jenkins);
        List<IncidentRecord> visible = store.incidents().newest(NEWEST).stream()
                .map(IncidentJson::read)
                .filter(each -> sight.incident(store, each))
                .toList();
        List<IncidentRecord> open =
                visible.stream().filter(IncidentRecord::isOpen).toList();
        if (getShow().equals("open")) {
            return open;
        }
        return Stream.concat(open.stream(), visible.stream().filter(each -> !each.isOpen()))
                .toList();
    }

    /** {@code open} where only those are asked for. */
    public String getShow() {
        return Query.text("show").equals("open") ? "open" : "";
    }

    /** Why nothing can be shown; empty when the history works. */
    @Exported
    public String getProblem() {
        return found().problem();
    }

    /** How many there are, of the newest thousand. */
    @Exported
    public int getTotal() {
        return found().value().map(List::size).orElse(0);
    }

    /** How many are not over. */
    @Exported
    public long getOpen() {
        return found().value().orElse(List.of()).stream()
                .filter(IncidentRecord::isOpen)
                .count();
    }

    /** Some of them. */
    @Exported(inline = true)
    public List<IncidentRow> getIncidents() {
        Query query = Query.current();
        Instant now = jenkins.clock().instant();
        return found().value().orElse(List.of()).stream()
                .skip(query.from())
                .limit(query.count())
                .map(each -> new IncidentRow(each, now))
                .toList();
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

    /** One incident; none when it is unknown or the reader may not see it. */
    public IncidentPage getDynamic(String token) {
        Optional<String> id = Token.read(token);
        return id.flatMap(known -> Answered.by(store -> store.incidents()
                                .find(known)
                                .map(IncidentJson::read)
                                .filter(each -> new Sight(jenkins).incident(store, each)))
                        .value()
                        .flatMap(each -> each))
                .map(incident -> new IncidentPage(incident, jenkins))
                .orElse(null);
    }

    /** {@code /api/json}. */
    public Api getApi() {
        return new Api(this);
    }
}
