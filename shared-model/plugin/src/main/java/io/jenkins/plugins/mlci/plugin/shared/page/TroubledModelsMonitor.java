package io.jenkins.plugins.mlci.plugin.shared.page;

import hudson.Extension;
import hudson.model.AdministrativeMonitor;
import io.jenkins.plugins.mlci.plugin.shared.jenkins.JenkinsFacade;
import io.jenkins.plugins.mlci.plugin.shared.store.SharedHistory;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import io.jenkins.plugins.mlci.shared.history.StoredModel;
import io.jenkins.plugins.mlci.shared.registry.ModelState;
import io.jenkins.plugins.mlci.shared.registry.Scope;
import io.jenkins.plugins.mlci.shared.registry.ScopeText;
import io.jenkins.plugins.mlci.shared.watch.DriftLevel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jenkinsci.Symbol;

/** Tells admins of models in force that are too old, or whose world has moved. Looks once an hour at most. */
@Extension
@Symbol("machineLearningModels")
public final class TroubledModelsMonitor extends AdministrativeMonitor {
    /** Models of changes lose their worth within three months (McIntosh and Kamei, TSE 2018). */
    private static final Duration OLDEST = Duration.ofDays(90);

    private static final Duration LOOK_AGAIN = Duration.ofHours(1);
    private static final int SHOWN = 5;

    private final JenkinsFacade jenkins = new JenkinsFacade();
    private List<String> troubled = List.of();
    private Instant looked = Instant.MIN;

    @Override
    public String getDisplayName() {
        return Messages.TroubledModelsMonitor_DisplayName();
    }

    @Override
    public boolean isActivated() {
        return !troubled().isEmpty();
    }

    /** The first few, a sentence each. */
    public List<String> getSentences() {
        List<String> all = troubled();
        return all.subList(0, Math.min(SHOWN, all.size()));
    }

    /** How many more there are. */
    public int getMore() {
        return Math.max(0, troubled().size() - SHOWN);
    }

    /** Looks again at the next opportunity. */
    synchronized void lookAgain() {
        looked = Instant.MIN;
    }

    private synchronized List<String> troubled() {
        Instant now = jenkins.clock().instant();
        if (looked.isBefore(now.minus(LOOK_AGAIN))) {
            looked = now;
            troubled = SharedHistory.get().ask(history -> find(history, now), List.<String>of());
        }
        return troubled;
    }

    private List<String> find(HistoryStore history, Instant now) {
        List<String> sentences = new ArrayList<>();
        for (String text : history.models().scopes()) {
            Optional<Scope> scope = ScopeText.read(text);
            for (StoredModel model : history.models().list(text)) {
                if (scope.isPresent() && model.state().equals(ModelState.ACTIVE.name())) {
                    ModelKey key = new ModelKey(model.kind(), scope.get());
                    trouble(key, model.created(), now).ifPresent(sentences::add);
                }
            }
        }
        sentences.addAll(Watches.troubles(jenkins, history));
        return sentences;
    }

    private Optional<String> trouble(ModelKey key, Instant created, Instant now) {
        String name = Watches.displayName(jenkins, key.purpose());
        if (Watches.verdict(jenkins, key).level() == DriftLevel.BROKEN) {
            return Optional.of(
                    Messages.TroubledModelsMonitor_Drifted(name, key.scope().describe()));
        }
        return created.isBefore(now.minus(OLDEST))
                ? Optional.of(Messages.TroubledModelsMonitor_Old(
                        name,
                        key.scope().describe(),
                        Duration.between(created, now).toDays()))
                : Optional.empty();
    }
}
