package io.jenkins.plugins.mlci.deploygate.gate;

import io.jenkins.plugins.mlci.deploygate.change.FactsJson;
import io.jenkins.plugins.mlci.deploygate.delivery.DeliveryReader;
import io.jenkins.plugins.mlci.deploygate.delivery.OutcomeRecorder;
import io.jenkins.plugins.mlci.deploygate.incident.CauseFinder;
import io.jenkins.plugins.mlci.deploygate.incident.IncidentCategories;
import io.jenkins.plugins.mlci.deploygate.incident.IncidentJson;
import io.jenkins.plugins.mlci.deploygate.incident.IncidentRecord;
import io.jenkins.plugins.mlci.deploygate.incident.LabelEstimate;
import io.jenkins.plugins.mlci.deploygate.incident.Remediation;
import io.jenkins.plugins.mlci.deploygate.incident.SeverityContext;
import io.jenkins.plugins.mlci.deploygate.incident.SeverityModel;
import io.jenkins.plugins.mlci.deploygate.incident.SimilarIncidents;
import io.jenkins.plugins.mlci.deploygate.incident.Suggestion;
import io.jenkins.plugins.mlci.shared.history.Deployment;
import io.jenkins.plugins.mlci.shared.history.DeploymentOutcome;
import io.jenkins.plugins.mlci.shared.history.DeploymentResult;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import io.jenkins.plugins.mlci.shared.history.Incident;
import io.jenkins.plugins.mlci.shared.learn.TrainingContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** Takes incidents in, says what is known about them from earlier ones, and keeps what became of them. */
public final class IncidentDesk {
    private static final int MOST = 5_000;
    private static final int SIMILAR = 5;
    private static final double BLAMED = 0.5;
    private static final Set<String> URGENT = Set.of("blocker", "critical", "urgent", "highest", "high", "p0", "p1");

    private final HistoryStore store;
    private final TrainingContext training;

    /** A desk over this history; what it learns, it learns from it. */
    public IncidentDesk(HistoryStore store, TrainingContext training) {
        this.store = store;
        this.training = training;
    }

    /**
     * What is thought of an incident.
     *
     * @param category empty while too few categorised incidents are known
     * @param severity empty while too few prioritised incidents are known
     * @param suspects deployments that may be the cause, the likeliest first
     * @param similar earlier incidents, the most alike first
     * @param suggestions what can be done, the best founded first; none when it is over
     * @param lastGood the last deployment there that is known to be good
     */
    public record Opinion(
            Optional<LabelEstimate> category,
            Optional<SeverityModel.Severity> severity,
            List<CauseFinder.Suspect> suspects,
            List<SimilarIncidents.Match> similar,
            List<Suggestion> suggestions,
            Optional<String> lastGood) {}

    /** What is thought of an incident that may or may not be kept yet. */
    public Opinion consider(IncidentRecord incident) {
        List<IncidentRecord> earlier = store.incidents().newest(MOST).stream()
                .filter(each ->
                        !each.id().equals(incident.id()) && each.opened().isBefore(incident.opened()))
                .map(IncidentJson::read)
                .sorted(Comparator.comparing(IncidentRecord::opened))
                .toList();
        List<SimilarIncidents.Match> similar =
                new SimilarIncidents(earlier).to(incident.words(), incident.id(), SIMILAR);
        EarlierDeployments deployed = new EarlierDeployments(store);
        List<CauseFinder.Suspect> suspects = suspects(incident, deployed);
        Optional<String> lastGood = lastGood(incident, suspects, deployed);
        return new Opinion(
                IncidentCategories.learn(earlier, training).map(model -> model.of(incident.words())),
                severity(incident, earlier, deployed),
                suspects,
                similar,
                incident.isOpen() ? Remediation.suggest(suspects, similar, lastGood) : List.of(),
                lastGood);
    }

    /**
     * Keeps an incident with the category and the cause that are likely, where nobody gave them. A deployment that is
     * blamed gets the outcome that it caused an incident, but only when somebody named it. An incident that is known
     * already stays as it is: opened anew elsewhere, it would free the line that it stops.
     *
     * @return the incident as it is kept, with secrets masked
     */
    public IncidentRecord open(IncidentRecord incident, Opinion opinion) {
        Optional<Incident> known = store.incidents().find(incident.id());
        if (known.isPresent()) {
            return IncidentJson.read(known.get());
        }
        String category = opinion.category()
                .filter(LabelEstimate::isSure)
                .map(LabelEstimate::label)
                .orElse("");
        String cause = opinion.suspects().stream()
                .findFirst()
                .filter(suspect -> suspect.probability() >= BLAMED)
                .map(CauseFinder.Suspect::deployment)
                .orElse("");
        Incident written = IncidentJson.write(incident.guessed(category, cause));
        IncidentRecord kept = IncidentJson.read(written);
        if (!incident.deployment().isBlank()) {
            new OutcomeRecorder(store)
                    .record(
                            incident.deployment(),
                            DeploymentResult.INCIDENT,
                            incident.opened(),
                            "incident-" + incident.id(),
                            kept.title());
        }
        store.incidents().record(written);
        return kept;
    }

    /**
     * Ends an incident. One that is over already stays as it is, with the time and the words of the first who ended it.
     *
     * @param how what resolved it, in words
     * @return the incident as it is kept now; empty when it is unknown
     * @throws IllegalArgumentException when the time lies before it was noticed
     */
    public Optional<IncidentRecord> resolve(String id, Instant time, String how) {
        Optional<IncidentRecord> known = store.incidents().find(id).map(IncidentJson::read);
        if (known.isEmpty() || !known.get().isOpen()) {
            return known;
        }
        Incident resolved = IncidentJson.write(known.get().resolvedAt(time, how));
        store.incidents().record(resolved);
        return Optional.of(IncidentJson.read(resolved));
    }

    private Optional<SeverityModel.Severity> severity(
            IncidentRecord incident, List<IncidentRecord> earlier, EarlierDeployments deployed) {
        List<IncidentRecord> judged =
                earlier.stream().filter(each -> !each.priority().isBlank()).toList();
        SeverityContext past = new SeverityContext();
        judged.forEach(each -> past.add(each, isUrgent(each)));
        ToDoubleFunction<IncidentRecord> hours = each -> deployed.hoursSince(each.environment(), each.opened());
        return SeverityModel.learn(judged, IncidentDesk::isUrgent, hours, training)
                .map(model -> model.of(incident, past, hours.applyAsDouble(incident)));
    }

    private static boolean isUrgent(IncidentRecord incident) {
        return URGENT.contains(incident.priority().toLowerCase(Locale.ROOT));
    }

    private List<CauseFinder.Suspect> suspects(IncidentRecord incident, EarlierDeployments deployed) {
        List<CauseFinder.Candidate> candidates = new ArrayList<>();
        for (String environment : store.deployments().environments()) {
            boolean same = environment.equals(incident.environment());
            for (Deployment deployment : deployed.into(environment, incident.opened())) {
                candidates.add(new CauseFinder.Candidate(
                        FactsJson.read(deployment), same ? deployed.risk(deployment) : Double.NaN));
            }
        }
        return CauseFinder.DEFAULT.suspects(incident, candidates);
    }

    /** The newest deployment before the suspect that is known to be good. */
    private Optional<String> lastGood(
            IncidentRecord incident, List<CauseFinder.Suspect> suspects, EarlierDeployments deployed) {
        Instant before = suspects.stream()
                .findFirst()
                .flatMap(suspect -> store.deployments().find(suspect.deployment()))
                .map(Deployment::started)
                .orElse(incident.opened());
        return deployed.into(incident.environment(), before).stream()
                .filter(each -> each.started().isBefore(before))
                .filter(each -> DeliveryReader.decisive(store.deployments().outcomes(each.id()))
                        .map(DeploymentOutcome::result)
                        .filter(DeploymentResult.SUCCEEDED::equals)
                        .isPresent())
                .map(Deployment::id)
                .findFirst();
    }
}
