package io.jenkins.plugins.mlci.plugin.deploygate.service;

import hudson.model.Run;
import io.jenkins.plugins.mlci.deploygate.delivery.DeliveryReader;
import io.jenkins.plugins.mlci.deploygate.delivery.OutcomeRecorder;
import io.jenkins.plugins.mlci.plugin.deploygate.config.GateDefaults;
import io.jenkins.plugins.mlci.plugin.deploygate.record.DeploymentAction;
import io.jenkins.plugins.mlci.plugin.deploygate.record.DeploymentEntry;
import io.jenkins.plugins.mlci.shared.history.DeploymentResult;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Keeps when a build deploys, and how that went. What cannot be kept is told and fails nobody's deployment. */
public final class DeploymentService {
    private final Clock clock;

    /** A service with the clock of what it keeps. */
    public DeploymentService(Clock clock) {
        this.clock = clock;
    }

    /** A deployment starts. */
    public DeploymentEntry started(Run<?, ?> run, String node, String environment, String said) {
        BuildFacts facts = new BuildFacts(run, environment, GateDefaults.get());
        String version = facts.version(said);
        Instant now = clock.instant();
        Answered<List<String>> takenBack = Answered.by(store -> new OutcomeRecorder(store)
                .started(DeliveryReader.deployment(facts.read(store, now), run.getNumber(), version)));
        DeploymentEntry entry = new DeploymentEntry(
                facts.id(), node, environment, version, now, takenBack.value().orElse(List.of()), takenBack.problem());
        DeploymentAction.of(run).add(entry);
        return entry;
    }

    /**
     * A deployment ended.
     *
     * @return why the history does not know it; empty when it does
     */
    public Optional<String> ended(Run<?, ?> run, DeploymentEntry entry, DeploymentResult result) {
        Instant now = clock.instant();
        DeploymentAction.of(run).end(entry, result.name().toLowerCase(Locale.ROOT), now);
        if (!entry.getProblem().isEmpty()) {
            return Optional.of(entry.getProblem());
        }
        Answered<Boolean> kept = Answered.by(
                store -> new OutcomeRecorder(store).record(entry.getId(), result, now, "end-of-" + entry.getId(), ""));
        return kept.value().isPresent() ? Optional.empty() : Optional.of(kept.problem());
    }
}
