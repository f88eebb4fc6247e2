package io.jenkins.plugins.mlci.plugin.deploygate.page;

import io.jenkins.plugins.mlci.deploygate.gate.IncidentDesk;
import io.jenkins.plugins.mlci.deploygate.incident.CauseFinder;
import io.jenkins.plugins.mlci.deploygate.incident.LabelEstimate;
import io.jenkins.plugins.mlci.deploygate.incident.SimilarIncidents;
import io.jenkins.plugins.mlci.plugin.deploygate.incident.Sight;
import io.jenkins.plugins.mlci.plugin.shared.jenkins.JenkinsFacade;
import io.jenkins.plugins.mlci.shared.history.Deployment;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** What is thought of an incident, without what the reader may not see. */
@ExportedBean(defaultVisibility = 2)
public final class OpinionView {
    private static final int SUSPECTS = 5;

    private final IncidentDesk.Opinion opinion;
    private final List<SuspectView> suspects = new ArrayList<>();
    private final List<SimilarIncident> similar = new ArrayList<>();
    private final List<String> suggestions = new ArrayList<>();

    OpinionView(IncidentDesk.Opinion opinion, HistoryStore store, Sight sight, JenkinsFacade jenkins) {
        this.opinion = opinion;
        Instant now = jenkins.clock().instant();
        Set<String> hidden = new HashSet<>();
        for (CauseFinder.Suspect suspect : opinion.suspects()) {
            Optional<Deployment> deployment = store.deployments().find(suspect.deployment());
            if (deployment.isEmpty() || !sight.job(deployment.get().build().job())) {
                hidden.add(suspect.deployment());
            } else if (suspects.size() < SUSPECTS) {
                suspects.add(
                        new SuspectView(suspect, BuildLink.url(deployment.get().build(), jenkins)));
            }
        }
        for (SimilarIncidents.Match match : opinion.similar()) {
            if (sight.incident(store, match.incident())) {
                similar.add(new SimilarIncident(match, now));
            } else {
                hidden.add(match.incident().id());
            }
        }
        opinion.lastGood().filter(id -> !sight.deployment(store, id)).ifPresent(hidden::add);
        opinion.suggestions().stream()
                .map(each -> each.sentence())
                .filter(sentence -> hidden.stream().noneMatch(sentence::contains))
                .forEach(suggestions::add);
    }

    IncidentDesk.Opinion opinion() {
        return opinion;
    }

    /** The kind that it probably is, with how sure; empty while too few incidents are known. */
    @Exported
    public String getCategory() {
        return opinion.category()
                .map(each -> each.label() + ", " + Words.percent(each.probability()) + " sure" + others(each))
                .orElse("");
    }

    private static String others(LabelEstimate estimate) {
        return estimate.others().stream()
                .findFirst()
                .map(other -> "; else " + other.label() + " (" + Words.percent(other.probability()) + ")")
                .orElse("");
    }

    /** The words that decided its kind. */
    public String getCategoryReasons() {
        return opinion.category().map(each -> String.join(", ", each.words())).orElse("");
    }

    /** How urgent it seems, with how sure; empty while too few incidents are known. */
    @Exported
    public String getSeverity() {
        return opinion.severity().map(each -> each.sentence()).orElse("");
    }

    /** Deployments that may be the cause, the likeliest first. */
    @Exported(inline = true)
    public List<SuspectView> getSuspects() {
        return suspects;
    }

    /** Earlier incidents that read alike. */
    @Exported(inline = true)
    public List<SimilarIncident> getSimilar() {
        return similar;
    }

    /** What can be done, the best founded first. */
    @Exported
    public List<String> getSuggestions() {
        return suggestions;
    }

    /** A deployment that may be the cause. */
    @ExportedBean(defaultVisibility = 3)
    public static final class SuspectView {
        private final CauseFinder.Suspect suspect;
        private final String url;

        SuspectView(CauseFinder.Suspect suspect, String url) {
            this.suspect = suspect;
            this.url = url;
        }

        @Exported
        public String getDeployment() {
            return suspect.deployment();
        }

        @Exported
        public double getProbability() {
            return suspect.probability();
        }

        public String getProbabilityText() {
            return Words.percent(suspect.probability());
        }

        @Exported
        public String getBecause() {
            return suspect.because();
        }

        /** The address of the build's page; empty when there is none. */
        public String getUrl() {
            return url;
        }
    }

    /** An earlier incident that reads alike. */
    @ExportedBean(defaultVisibility = 3)
    public static final class SimilarIncident {
        private final SimilarIncidents.Match match;
        private final IncidentRow row;

        SimilarIncident(SimilarIncidents.Match match, Instant now) {
            this.match = match;
            this.row = new IncidentRow(match.incident(), now);
        }

        @Exported(inline = true)
        public IncidentRow getIncident() {
            return row;
        }

        /** How alike, (0, 1]. */
        @Exported
        public double getSimilarity() {
            return match.similarity();
        }

        public String getSimilarityText() {
            return Words.percent(match.similarity());
        }
    }
}
