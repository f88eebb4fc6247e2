package io.jenkins.plugins.mlci.plugin.deploygate.service;

import hudson.model.Run;
import io.jenkins.plugins.mlci.deploygate.change.DeploymentFacts;
import io.jenkins.plugins.mlci.deploygate.delivery.DeliveryReader;
import io.jenkins.plugins.mlci.deploygate.delivery.OutcomeRecorder;
import io.jenkins.plugins.mlci.plugin.deploygate.config.GateDefaults;
import io.jenkins.plugins.mlci.plugin.deploygate.record.DeploymentAction;
import io.jenkins.plugins.mlci.plugin.deploygate.record.DeploymentEntry;
import io.jenkins.plugins.mlci.shared.history.DeploymentResult;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells the history what it has still to be told of the deployments of a build: the start first, then the end. To tell twice does no harm. */
final class DeploymentSender {
    /** When a deployment is told. */
    enum When {
        /** It starts just now. */
        STARTING,
        /** It started earlier. */
        LATER
    }

    private final Run<?, ?> run;
    private final DeploymentAction action;

    DeploymentSender(Run<?, ?> run) {
        this.run = run;
        this.action = DeploymentAction.of(run);
    }

    /**
     * Tells all that is known and was not told.
     *
     * @return why that could not be done; empty when it was. Whether the entry is still unsent says whether to try again
     */
    Optional<String> send(DeploymentEntry entry, When when) {
        if (entry.isStartUnsent()) {
            Answered<List<String>> answer = Answered.by(store -> new OutcomeRecorder(store)
                    .started(
                            DeliveryReader.deployment(facts(store, entry, when), run.getNumber(), entry.getVersion())));
            if (answer.value().isEmpty()) {
                return notSent(entry, answer);
            }
            action.startSent(entry, answer.value().get(), when == When.LATER);
        }
        if (entry.isEndUnsent()) {
            DeploymentResult result = DeploymentResult.valueOf(entry.getResult().toUpperCase(Locale.ROOT));
            Instant ended = entry.getEnded().orElseGet(entry::getStarted);
            Answered<Boolean> answer = Answered.by(store -> ended(store, entry, result, ended));
            if (answer.value().isEmpty()) {
                return notSent(entry, answer);
            }
            action.endSent(entry);
        }
        return entry.getProblem().isEmpty() ? Optional.empty() : Optional.of(entry.getProblem());
    }

    private DeploymentFacts facts(HistoryStore store, DeploymentEntry entry, When when) {
        BuildFacts facts = new BuildFacts(run, entry.getEnvironment(), GateDefaults.get());
        return when == When.STARTING
                ? facts.read(store, entry.getId(), entry.getStarted())
                : facts.readLate(store, entry.getId(), entry.getStarted());
    }

    /** One that the history hears of late may have been rolled back by what started meanwhile. */
    private static boolean ended(HistoryStore store, DeploymentEntry entry, DeploymentResult result, Instant when) {
        OutcomeRecorder recorder = new OutcomeRecorder(store);
        boolean isNew = recorder.record(entry.getId(), result, when, "end-of-" + entry.getId(), "");
        if (entry.isStartLate()) {
            store.deployments().find(entry.getId()).ifPresent(recorder::caughtUp);
        }
        return isNew;
    }

    private Optional<String> notSent(DeploymentEntry entry, Answered<?> answer) {
        action.notSent(entry, answer.problem(), answer.later());
        return Optional.of(answer.problem());
    }
}
