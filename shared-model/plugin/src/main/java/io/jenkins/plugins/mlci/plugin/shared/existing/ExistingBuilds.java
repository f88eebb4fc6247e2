package io.jenkins.plugins.mlci.plugin.shared.existing;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.ExtensionPoint;
import hudson.init.InitMilestone;
import hudson.init.Initializer;
import hudson.init.Terminator;
import io.jenkins.plugins.mlci.plugin.shared.jenkins.JenkinsFacade;
import io.jenkins.plugins.mlci.plugin.shared.store.SharedHistory;
import java.time.Duration;

/**
 * Learns from the builds that are on the controller already: in the background, slowly enough that nobody notices, from where it was
 * when Jenkins was restarted, until somebody cancels it.
 */
@Extension
public class ExistingBuilds implements ExtensionPoint {
    private final JenkinsFacade jenkins;

    @CheckForNull
    private ImportRun run;

    /** For Jenkins, which makes the only one. */
    public ExistingBuilds() {
        this(new JenkinsFacade());
    }

    ExistingBuilds(JenkinsFacade jenkins) {
        this.jenkins = jenkins;
    }

    /** The one of this controller. */
    public static ExistingBuilds get() {
        return new JenkinsFacade().single(ExistingBuilds.class);
    }

    /** How far it is. */
    public synchronized ImportProgress progress() {
        return run == null ? file().read() : run.progress();
    }

    /** Begins. Does nothing while it is at work. */
    public synchronized void start() {
        if (run == null || !run.progress().isRunning()) {
            run = new ImportRun(
                    jenkins, file(), ImportProgress.starting(jenkins.clock().instant()));
            run.start();
        }
    }

    /** Ends it after the build that it is at. What was recorded stays. */
    public synchronized void cancel() {
        if (run != null) {
            run.cancel();
        }
    }

    /** Waits until it is not at work. Returns whether that came true in time. */
    public boolean await(Duration time) throws InterruptedException {
        ImportRun running;
        synchronized (this) {
            running = run;
        }
        return running == null || running.await(time);
    }

    private ProgressFile file() {
        return new ProgressFile(jenkins.folder().resolve("existing-builds.json"));
    }

    /** Goes on where it was when Jenkins stopped; builds that are known by now cost nothing. */
    @Initializer(after = InitMilestone.JOB_CONFIG_ADAPTED)
    public static void resume() {
        ExistingBuilds existing = get();
        if (existing.progress().isRunning()) {
            existing.start();
        }
    }

    /** Lets go of the history; goes on after the restart. */
    @Terminator(attains = SharedHistory.WRITERS_STOPPED)
    public static void terminate() throws InterruptedException {
        ExistingBuilds existing = get();
        ImportRun running;
        synchronized (existing) {
            running = existing.run;
        }
        if (running != null) {
            running.interrupt();
            running.await(Duration.ofSeconds(20));
        }
    }
}
