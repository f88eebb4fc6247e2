package io.jenkins.plugins.mlci.deploygate.gate;

import io.jenkins.plugins.mlci.deploygate.change.DeploymentFacts;
import io.jenkins.plugins.mlci.deploygate.change.FactsJson;
import io.jenkins.plugins.mlci.deploygate.change.KnownOutcome;
import io.jenkins.plugins.mlci.deploygate.delivery.DeliveryReader;
import io.jenkins.plugins.mlci.deploygate.risk.RiskAssessor;
import io.jenkins.plugins.mlci.deploygate.strategy.DetectionTimes;
import io.jenkins.plugins.mlci.shared.history.Deployment;
import io.jenkins.plugins.mlci.shared.history.DeploymentOutcome;
import io.jenkins.plugins.mlci.shared.history.DeploymentResult;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The deployments of a history as a model learns them: in the order of time, each outcome when it became known. A success
 * counts as known only when most failures would have shown.
 */
final class RecordedPast {
    private static final double MOST_FAILURES = 0.8;

    private final List<Past> deployments = new ArrayList<>();
    private final Map<String, DetectionTimes> detection = new HashMap<>();

    /** One deployment with the outcome that decides; empty while nothing is known. */
    record Past(DeploymentFacts facts, Optional<DeploymentOutcome> outcome) {
        Optional<Boolean> failed() {
            return outcome.filter(each -> each.result() != DeploymentResult.ABORTED)
                    .map(each -> each.result().isFailure());
        }
    }

    /** Reads the newest deployments of each environment. */
    RecordedPast(HistoryStore store, int mostPerEnvironment) {
        for (String environment : store.deployments().environments()) {
            List<Duration> delays = new ArrayList<>();
            for (Deployment deployment : store.deployments().newest(environment, mostPerEnvironment)) {
                Optional<DeploymentOutcome> outcome =
                        DeliveryReader.decisive(store.deployments().outcomes(deployment.id()));
                deployments.add(new Past(FactsJson.read(deployment), outcome));
                outcome.filter(each -> each.result().isFailure())
                        .map(each -> Duration.between(deployment.started(), each.observed()))
                        .filter(delay -> !delay.isNegative())
                        .ifPresent(delays::add);
            }
            detection.put(environment, DetectionTimes.of(delays));
        }
        deployments.sort(Comparator.comparing(each -> each.facts().started()));
    }

    List<Past> deployments() {
        return deployments;
    }

    DetectionTimes detection(String environment) {
        return detection.getOrDefault(environment, new DetectionTimes(List.of()));
    }

    /** One thing that happened, for the model. */
    private record Event(Instant time, DeploymentFacts started, KnownOutcome known) {}

    /** Tells the model all that was known by a time. */
    void teach(RiskAssessor assessor, Instant now) {
        List<Event> events = new ArrayList<>();
        for (Past past : deployments) {
            if (past.outcome.isPresent() && past.failed().isEmpty()) {
                // Given up for a reason that says nothing about the change.
                continue;
            }
            events.add(new Event(past.facts.started(), past.facts, null));
            past.failed().ifPresent(failed -> {
                Instant observed = past.outcome.orElseThrow().observed();
                Instant known = failed ? later(observed, past.facts.started()) : shown(observed, past.facts);
                events.add(new Event(known, null, new KnownOutcome(past.facts.id(), failed, known)));
            });
        }
        events.sort(Comparator.comparing(Event::time));
        for (Event event : events) {
            if (event.time.isAfter(now)) {
                break;
            }
            if (event.started != null) {
                assessor.started(event.started);
            } else {
                assessor.known(event.known);
            }
        }
    }

    private Instant shown(Instant observed, DeploymentFacts facts) {
        return later(
                observed, facts.started().plus(detection(facts.environment()).within(MOST_FAILURES)));
    }

    /** An outcome that was kept with a time before its deployment would else be lost: nobody knows one that never began. */
    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
