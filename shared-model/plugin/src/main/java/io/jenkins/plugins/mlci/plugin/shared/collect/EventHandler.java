package io.jenkins.plugins.mlci.plugin.shared.collect;

import hudson.model.Run;
import io.jenkins.plugins.mlci.plugin.shared.config.MachineLearningConfiguration;
import io.jenkins.plugins.mlci.plugin.shared.jenkins.JenkinsFacade;
import io.jenkins.plugins.mlci.plugin.shared.people.People;
import io.jenkins.plugins.mlci.plugin.shared.store.SharedHistory;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.BuildRecord;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import io.jenkins.plugins.mlci.shared.history.ModelTable;
import io.jenkins.plugins.mlci.shared.jenkinshome.ImportedBuild;
import io.jenkins.plugins.mlci.shared.registry.Scope;
import io.jenkins.plugins.mlci.shared.registry.ScopeText;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Makes the history follow an event. What it does twice has the effect of once. */
final class EventHandler {
    private static final Logger LOGGER = Logger.getLogger(EventHandler.class.getName());

    private final JenkinsFacade jenkins;
    private final SharedHistory history;
    private final WaitingBuilds waiting;
    private final RunReader reader;

    EventHandler(JenkinsFacade jenkins, SharedHistory history, People people, WaitingBuilds waiting) {
        this.jenkins = jenkins;
        this.history = history;
        this.waiting = waiting;
        this.reader = new RunReader(jenkins, people);
    }

    /**
     * Follows an event.
     *
     * @throws io.jenkins.plugins.mlci.shared.history.HistoryException when the history cannot be used now; the event can be
     *     followed later
     */
    void handle(HistoryEvent event) {
        if (event instanceof HistoryEvent.BuildEnded ended) {
            record(ended.build(), true);
        } else if (event instanceof HistoryEvent.BuildDeleted deleted) {
            history.open().builds().delete(deleted.build());
        } else if (event instanceof HistoryEvent.JobDeleted deleted) {
            delete(deleted.job());
        } else if (event instanceof HistoryEvent.JobMoved moved) {
            move(moved.from(), moved.to());
        }
    }

    /** Records a build. Returns whether there was one to record. */
    boolean record(BuildId id, boolean isNew) {
        if (!MachineLearningConfiguration.get().jobFilter().matches(id.job())) {
            return false;
        }
        Optional<Run<?, ?>> run = waiting.find(id);
        Optional<ImportedBuild> build = run.flatMap(reader::read);
        if (build.isEmpty()) {
            return false;
        }
        BuildRecord record = build.get().record();
        history.open().builds().record(record);
        if (build.get().isStale()) {
            LOGGER.log(Level.FINE, "{0}: {1}", new Object[] {
                id, build.get().staleness().sentence()
            });
        }
        for (BuildRecordedListener listener : jenkins.all(BuildRecordedListener.class)) {
            tell(listener, record, run.get(), isNew);
        }
        return true;
    }

    private static void tell(BuildRecordedListener listener, BuildRecord record, Run<?, ?> run, boolean isNew) {
        try {
            listener.onRecorded(record, run, isNew);
        } catch (RuntimeException | LinkageError e) {
            LOGGER.log(
                    Level.WARNING,
                    listener.getClass().getName() + " failed on "
                            + record.build().id(),
                    e);
        }
    }

    private void delete(String job) {
        HistoryStore store = history.open();
        store.jobs().delete(job);
        store.models().deleteScope(ScopeText.write(Scope.job(job)));
        store.models().deleteScope(ScopeText.write(Scope.family(job)));
    }

    private void move(String from, String to) {
        HistoryStore store = history.open();
        store.jobs().rename(from, to);
        renameScope(store.models(), Scope.job(from), Scope.job(to));
        renameScope(store.models(), Scope.family(from), Scope.family(to));
    }

    /** A model under the new name is newer than what the old one would bring: it stays. */
    private static void renameScope(ModelTable models, Scope from, Scope to) {
        try {
            models.renameScope(ScopeText.write(from), ScopeText.write(to));
        } catch (IllegalArgumentException e) {
            LOGGER.log(
                    Level.INFO, "The models of {0} do not follow to {1}: {2}", new Object[] {from, to, e.getMessage()});
        }
    }
}
