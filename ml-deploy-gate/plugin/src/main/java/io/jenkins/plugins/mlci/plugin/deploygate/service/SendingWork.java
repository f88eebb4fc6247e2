package io.jenkins.plugins.mlci.plugin.deploygate.service;

import hudson.Extension;
import hudson.model.AsyncPeriodicWork;
import hudson.model.Item;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.model.listeners.ItemListener;
import io.jenkins.plugins.mlci.plugin.deploygate.record.DeploymentAction;
import io.jenkins.plugins.mlci.plugin.deploygate.record.DeploymentEntry;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateAction;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateEntry;
import io.jenkins.plugins.mlci.plugin.deploygate.record.ReportAction;
import io.jenkins.plugins.mlci.plugin.shared.collect.Collector;
import io.jenkins.plugins.mlci.plugin.shared.jenkins.JenkinsFacade;
import io.jenkins.plugins.mlci.plugin.shared.store.SharedHistory;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Once a minute: tells the history of the deployments, gates and reports that it could not be told of when they came. */
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
        // Reports come last: what they are about may be among the deployments of any build.
        if (isDone(unsent, SendingWork::isSent) && isDone(unsent, run -> new BuildReports(run).send())) {
            unsent.all().forEach(build -> takeOff(unsent, build));
        }
    }

    private static boolean isUsable() {
        return SharedHistory.get().ask(history -> true, false);
    }

    /** Whether all builds are done with: told, or not to be told at all, or gone. */
    private boolean isDone(UnsentBuilds unsent, Predicate<Run<?, ?>> sending) {
        for (BuildId build : unsent.all()) {
            if (jenkins.isStopping() || !isDone(build, sending)) {
                return false;
            }
        }
        return true;
    }

    private boolean isDone(BuildId build, Predicate<Run<?, ?>> sending) {
        try {
            return jenkins.build(build).map(sending::test).orElse(true);
        } catch (RuntimeException | LinkageError e) {
            LOGGER.log(Level.WARNING, "What " + build + " has to tell is not recorded", e);
            return true;
        }
    }

    /** Tells of the deployments and gates of a build. */
    private static boolean isSent(Run<?, ?> run) {
        DeploymentSender sender = new DeploymentSender(run);
        for (DeploymentEntry entry : DeploymentAction.entries(run)) {
            if (entry.isUnsent()) {
                Optional<String> problem = sender.send(entry, DeploymentSender.When.LATER);
                if (entry.isUnsent()) {
                    return false;
                }
                problem.ifPresent(why -> notRecorded(entry.getId(), why));
            }
        }
        for (GateEntry entry : GateAction.entries(run)) {
            if (entry.isUnsent()) {
                Optional<String> problem = DecisionKeeper.sendLate(run, entry);
                if (entry.isUnsent()) {
                    return false;
                }
                problem.ifPresent(why -> notRecorded("the gate of " + entry.getDeployment(), why));
            }
        }
        return true;
    }

    private static void notRecorded(String what, String why) {
        LOGGER.log(Level.WARNING, "Not recorded: {0}. {1}", new Object[] {what, why});
    }

    /** Takes a build off the list, unless something found it there after its turn. */
    private void takeOff(UnsentBuilds unsent, BuildId build) {
        unsent.remove(build);
        try {
            Optional<Run<?, ?>> run = jenkins.build(build);
            if (run.isEmpty()) {
                LOGGER.log(Level.INFO, "What {0} had to tell is not recorded, since the build is gone", build);
            } else if (isWaiting(run.get())) {
                unsent.add(build);
            }
        } catch (RuntimeException | LinkageError e) {
            LOGGER.log(Level.FINE, "What " + build + " has to tell is not recorded", e);
        }
    }

    private static boolean isWaiting(Run<?, ?> run) {
        return DeploymentAction.entries(run).stream().anyMatch(DeploymentEntry::isUnsent)
                || GateAction.entries(run).stream().anyMatch(GateEntry::isUnsent)
                || !ReportAction.entries(run).isEmpty();
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
