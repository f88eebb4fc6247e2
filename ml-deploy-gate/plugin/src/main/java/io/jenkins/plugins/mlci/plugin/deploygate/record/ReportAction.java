package io.jenkins.plugins.mlci.plugin.deploygate.record;

import hudson.model.InvisibleAction;
import hudson.model.Run;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.RunAction2;

/** The reports of a build that the history has still to be told, oldest first. Holds data only. */
public final class ReportAction extends InvisibleAction implements RunAction2 {
    /** How many reports of one build wait at most. */
    public static final int CAPACITY = 100;

    private static final Logger LOGGER = Logger.getLogger(ReportAction.class.getName());

    private ArrayList<ReportEntry> entries = new ArrayList<>();
    private transient Run<?, ?> run;

    /** The reports of a build that wait; none when it has no such action. */
    public static List<ReportEntry> entries(Run<?, ?> run) {
        ReportAction action = run.getAction(ReportAction.class);
        return action == null ? List.of() : action.getEntries();
    }

    /** The action of a build, made when it has none. */
    public static ReportAction of(Run<?, ?> run) {
        synchronized (run) {
            ReportAction action = run.getAction(ReportAction.class);
            if (action == null) {
                action = new ReportAction();
                run.addAction(action);
            }
            return action;
        }
    }

    /** Keeps a report. Returns whether there was room for it. */
    public synchronized boolean add(ReportEntry entry) {
        if (entries.size() >= CAPACITY) {
            return false;
        }
        entries.add(entry);
        save();
        return true;
    }

    /** A report waits no longer. */
    public synchronized void remove(ReportEntry entry) {
        if (entries.remove(entry)) {
            save();
        }
    }

    private void save() {
        try {
            run.save();
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "The reports of " + run + " could not be kept");
        }
    }

    /** All, oldest first. */
    public synchronized List<ReportEntry> getEntries() {
        return List.copyOf(entries);
    }

    @Override
    public synchronized void onAttached(Run<?, ?> owner) {
        run = owner;
    }

    @Override
    public synchronized void onLoad(Run<?, ?> owner) {
        run = owner;
        entries = entries == null ? new ArrayList<>() : entries;
        entries.removeIf(entry -> entry == null || !entry.isReadable());
    }
}
