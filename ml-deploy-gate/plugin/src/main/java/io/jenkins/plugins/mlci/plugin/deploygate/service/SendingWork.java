package io.jenkins.plugins.mlci.plugin.deploygate.service;

import hudson.Extension;
import hudson.model.AsyncPeriodicWork;
import hudson.model.Item;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.model.listeners.ItemListener;
import io.jenkins.plugins.mlci.plugin.deploygate.record.DeploymentAction;
import io.jenkins.plugins.mlci.plugin.deploygate.record.DeploymentEntry;
import io.jenkins.plugins.mlci.plugin.shared.collect.Collector;
import io.jenkins.plugins.mlci.plugin.shared.jenkins.JenkinsFacade;
import io.jenkins.plugins.mlci.plugin.shared.store.SharedHistory;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Once a minute: tells the history of deployments that it could not be told of when they started or ended. */
@Extension
public final class SendingWork extends AsyncPeriodicWork {
    private static final Logger LOGGER = Logger.getLogger(SendingWork.class.getName());

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final JenkinsFacade jenkins = new JenkinsFacade();

    /** For Jenkins. */
    public SendingWork() {
        super("machine learning: recording deployments");
    }

    @Override
    public long getRecurrencePeriod() {
        return MIN;
    }

    @Override
    protected Level getNormalLoggingLevel() {
        return Level.FINE;
    }

    @Override
    protected void execute(TaskListener listener) throws InterruptedException {
        UnsentBuilds unsent = UnsentBuilds.get();
        // A job that was renamed meanwhile must be renamed in the history before something comes under its new name.
        if (unsent.all().isEmpty() || !isUsable() || !Collector.get().await(PATIENCE)) {
            return;
        }
        for (BuildId build : unsent.all()) {
            if (jenkins.isStopping() || !isDone(build)) {
                return;
            }
            unsent.remove(build);
            // A deployment may have ended, and found its build in the list, after its turn here.
            if (jenkins.build(build).stream().anyMatch(SendingWork::isWaiting)) {
                unsent.add(build);
            }
        }
    }

    private static boolean isUsable() {
        return SharedHistory.get().ask(history -> true, false);
    }

    private static boolean isWaiting(Run<?, ?> run) {
        return DeploymentAction.entries(run).stream().anyMatch(DeploymentEntry::isUnsent);
    }

    /** Whether nothing is left to be told of a build: it was told, or cannot be told at all, or the build is gone. */
    private boolean isDone(BuildId build) {
        try {
            Optional<Run<?, ?>> run = jenkins.build(build);
            if (run.isEmpty()) {
                LOGGER.log(Level.INFO, "The deployments of {0} are not recorded, since the build is gone", build);
                return true;
            }
            return isSent(run.get());
        } catch (RuntimeException | LinkageError e) {
            LOGGER.log(Level.WARNING, "The deployments of " + build + " are not recorded", e);
            return true;
        }
    }

    private static boolean isSent(Run<?, ?> run) {
        DeploymentSender sender = new DeploymentSender(run);
        for (DeploymentEntry entry : DeploymentAction.entries(run)) {
            if (entry.isUnsent()) {
                Optional<String> problem = sender.send(entry, DeploymentSender.When.LATER);
                if (entry.isUnsent()) {
                    return false;
                }
                problem.ifPresent(why ->
                        LOGGER.log(Level.WARNING, "{0} is not recorded: {1}", new Object[] {entry.getId(), why}));
            }
        }
        return true;
    }

    /** The list follows jobs that are renamed or moved. */
    @Extension
    public static final class Moves extends ItemListener {
        @Override
        public void onLocationChanged(Item item, String oldFullName, String newFullName) {
            UnsentBuilds.get().renamed(oldFullName, newFullName);
        }
    }
}
