package io.jenkins.plugins.mlci.plugin.deploygate.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import hudson.model.InvisibleAction;
import hudson.model.Run;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.RunAction2;

/**
 * The gates of a build, oldest first. Holds data only: pages and forms look at it from outside. Each change is written at once, so
 * that it survives a restart; that it could not be written is logged and never fails the build.
 */
public final class GateAction extends InvisibleAction implements RunAction2 {
    private static final Logger LOGGER = Logger.getLogger(GateAction.class.getName());

    private ArrayList<GateEntry> entries = new ArrayList<>();
    private transient Run<?, ?> run;
    private transient int unreadable;

    /** The gates of a build; none when it has no such action. */
    public static List<GateEntry> entries(Run<?, ?> run) {
        GateAction action = run.getAction(GateAction.class);
        return action == null ? List.of() : action.getEntries();
    }

    /** The action of a build, made when it has none. */
    public static GateAction of(Run<?, ?> run) {
        synchronized (run) {
            GateAction action = run.getAction(GateAction.class);
            if (action == null) {
                action = new GateAction();
                run.addAction(action);
            }
            return action;
        }
    }

    /** Keeps what a gate said, and tells of it. */
    public GateEntry add(String node, GateSaid said, WaitRule rule, GateState state, Instant now) {
        GateEntry entry = keep(node, said, rule, state, now);
        GateNews.tell(run, entry);
        return entry;
    }

    private synchronized GateEntry keep(String node, GateSaid said, WaitRule rule, GateState state, Instant now) {
        String id = String.valueOf(entries.size() + unreadable + 1);
        Optional<ObjectNode> json = said.assessment();
        if (json.isPresent()) {
            try {
                AssessmentFile.write(run.getRootDir().toPath(), id, json.get());
            } catch (IOException e) {
                LOGGER.log(Level.WARNING, e, () -> "The assessment of " + run + " could not be kept");
            }
        }
        GateEntry entry = new GateEntry(id, node, said, rule, run.getRootDir().toPath());
        entry.begin(state, now);
        entries.add(entry);
        save();
        return entry;
    }

    /** Changes an entry, writes it, and tells of it. */
    synchronized void change(GateEntry entry, Consumer<GateEntry> change) {
        change.accept(entry);
        save();
        GateNews.tell(run, entry);
    }

    /** Keeps whether the history has still to be told of a gate. */
    public synchronized void unsent(GateEntry entry, boolean still) {
        entry.unsent(still);
        save();
    }

    private void save() {
        try {
            run.save();
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "The gates of " + run + " could not be kept");
        }
    }

    /** All, oldest first. */
    public synchronized List<GateEntry> getEntries() {
        return List.copyOf(entries);
    }

    /** The one with this id. */
    public Optional<GateEntry> entry(String id) {
        return getEntries().stream().filter(each -> each.getId().equals(id)).findFirst();
    }

    /** The one that a node of the pipeline asked. */
    public Optional<GateEntry> askedBy(String node) {
        return getEntries().stream().filter(each -> each.getNode().equals(node)).reduce((older, newer) -> newer);
    }

    /** How many gates of this build were written in a way that cannot be read, and are left out. */
    public int getUnreadable() {
        return unreadable;
    }

    /** The build. */
    public Run<?, ?> getRun() {
        return run;
    }

    @Override
    public void onAttached(Run<?, ?> owner) {
        run = owner;
    }

    @Override
    public void onLoad(Run<?, ?> owner) {
        run = owner;
        entries = entries == null ? new ArrayList<>() : entries;
        int written = entries.size();
        entries.removeIf(entry -> entry == null || !entry.isReadable());
        unreadable = written - entries.size();
        entries.forEach(entry -> entry.loaded(owner.getRootDir().toPath()));
    }
}
