package io.jenkins.plugins.mlci.plugin.deploygate.record;

import hudson.model.InvisibleAction;
import hudson.model.Run;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.RunAction2;

/** The deployments of a build, oldest first. Holds data only. */
public final class DeploymentAction extends InvisibleAction implements RunAction2 {
    private static final Logger LOGGER = Logger.getLogger(DeploymentAction.class.getName());

    private ArrayList<DeploymentEntry> entries = new ArrayList<>();
    private transient Run<?, ?> run;

    /** The deployments of a build; none when it has no such action. */
    public static List<DeploymentEntry> entries(Run<?, ?> run) {
        DeploymentAction action = run.getAction(DeploymentAction.class);
        return action == null ? List.of() : action.getEntries();
    }

    /** The action of a build, made when it has none. */
    public static DeploymentAction of(Run<?, ?> run) {
        synchronized (run) {
            DeploymentAction action = run.getAction(DeploymentAction.class);
            if (action == null) {
                action = new DeploymentAction();
                run.addAction(action);
            }
            return action;
        }
    }

    /** Keeps a deployment that has started. */
    public synchronized void add(DeploymentEntry entry) {
        entries.add(entry);
        save();
    }

    /** Keeps how a deployment ended. */
    public synchronized void end(DeploymentEntry entry, String result, Instant when) {
        entry.end(result, when);
        save();
    }

    /**
     * The history knows that a deployment started, and which others it took back.
     *
     * @param late whether it was told only afterwards
     */
    public synchronized void startSent(DeploymentEntry entry, List<String> takenBack, boolean late) {
        entry.startSent(takenBack, late);
        save();
    }

    /** The history knows how a deployment ended. */
    public synchronized void endSent(DeploymentEntry entry) {
        entry.endSent();
        save();
    }

    /**
     * The history could not be told.
     *
     * @param problem why, in a sentence
     * @param later whether it is to be tried again; otherwise it is given up
     */
    public synchronized void notSent(DeploymentEntry entry, String problem, boolean later) {
        entry.notSent(problem, later);
        save();
    }

    private void save() {
        try {
            run.save();
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "The deployments of " + run + " could not be kept");
        }
    }

    /** All, oldest first. */
    public synchronized List<DeploymentEntry> getEntries() {
        return List.copyOf(entries);
    }

    /** The one that a node of the pipeline started. */
    public Optional<DeploymentEntry> startedBy(String node) {
        return getEntries().stream().filter(each -> each.getNode().equals(node)).reduce((older, newer) -> newer);
    }

    @Override
    public void onAttached(Run<?, ?> owner) {
        run = owner;
    }

    @Override
    public void onLoad(Run<?, ?> owner) {
        run = owner;
        entries = entries == null ? new ArrayList<>() : entries;
        entries.removeIf(entry -> entry == null || entry.getId() == null);
    }
}
