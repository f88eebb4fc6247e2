package io.jenkins.plugins.mlci.plugin.shared.existing;

import hudson.model.Job;
import hudson.model.Run;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.mlci.plugin.shared.collect.Collector;
import io.jenkins.plugins.mlci.plugin.shared.config.JobFilter;
import io.jenkins.plugins.mlci.plugin.shared.config.MachineLearningConfiguration;
import io.jenkins.plugins.mlci.plugin.shared.jenkins.JenkinsFacade;
import io.jenkins.plugins.mlci.plugin.shared.store.SharedHistory;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.BuildQuery;
import io.jenkins.plugins.mlci.shared.history.HistoryException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Goes once over all builds, job by job, oldest first, and records those that the history does not know. */
final class ImportRun {
    private static final Logger LOGGER = Logger.getLogger(ImportRun.class.getName());
    /** It rests as long as it works, so that it takes half a processor at most. */
    private static final long LONGEST_REST = 500;

    private static final long SAVE_EVERY = 50;

    private final JenkinsFacade jenkins;
    private final ProgressFile file;
    private final Thread thread = new Thread(this::run, "machine learning: learning from existing builds");
    private volatile ImportProgress progress;
    private volatile boolean cancelled;
    private volatile boolean interrupted;

    ImportRun(JenkinsFacade jenkins, ProgressFile file, ImportProgress progress) {
        this.jenkins = jenkins;
        this.file = file;
        this.progress = progress;
    }

    void start() {
        file.write(progress);
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }

    ImportProgress progress() {
        return progress;
    }

    void cancel() {
        cancelled = true;
    }

    /** Stops for a restart: it is still running as far as the next start is concerned. */
    void interrupt() {
        interrupted = true;
    }

    boolean await(Duration time) throws InterruptedException {
        thread.join(time.toMillis());
        return !thread.isAlive();
    }

    private void run() {
        try (ACLContext context = ACL.as2(ACL.SYSTEM2)) {
            List<Job<?, ?>> jobs = jobs();
            progress = progress.of(jobs.stream().mapToLong(jenkins::countBuilds).sum());
            for (Job<?, ?> job : jobs) {
                read(job);
            }
            end(cancelled ? ImportProgress.State.CANCELLED : ImportProgress.State.DONE, "");
        } catch (HistoryException e) {
            end(ImportProgress.State.FAILED, e.getMessage());
        } catch (InterruptedException e) {
            interrupted = true;
            Thread.currentThread().interrupt();
            file.write(progress);
        } catch (RuntimeException | LinkageError e) {
            LOGGER.log(Level.WARNING, "Learning from existing builds failed", e);
            end(ImportProgress.State.FAILED, "It failed: " + e);
        }
    }

    private void end(ImportProgress.State state, String problem) {
        if (!interrupted) {
            progress = progress.in(state, jenkins.clock().instant(), problem);
        }
        file.write(progress);
    }

    private List<Job<?, ?>> jobs() {
        JobFilter filter = MachineLearningConfiguration.get().jobFilter();
        List<Job<?, ?>> jobs = new ArrayList<>();
        for (Job<?, ?> job : jenkins.jobs()) {
            if (filter.matches(job.getFullName())) {
                jobs.add(job);
            }
        }
        return jobs;
    }

    private void read(Job<?, ?> job) throws InterruptedException {
        String name = job.getFullName();
        Set<Long> known = new HashSet<>();
        SharedHistory.get()
                .open()
                .builds()
                .list(BuildQuery.of(name).includingExcluded())
                .forEach(build -> known.add(build.id().number()));
        Run<?, ?> run = job.getFirstBuild();
        while (run != null && !cancelled && !interrupted) {
            long start = System.nanoTime();
            boolean recorded = !known.contains((long) run.getNumber()) && record(new BuildId(name, run.getNumber()));
            progress = progress.at(name, progress.seen() + 1, progress.recorded() + (recorded ? 1 : 0));
            if (progress.seen() % SAVE_EVERY == 0) {
                file.write(progress);
            }
            run = run.getNextBuild();
            rest(recorded ? Duration.ofNanos(System.nanoTime() - start).toMillis() : 0);
        }
    }

    /** A build that cannot be read is left out. */
    private static boolean record(BuildId id) {
        try {
            return Collector.get().recordNow(id);
        } catch (HistoryException e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            LOGGER.log(Level.FINE, "Build " + id + " is left out", e);
            return false;
        }
    }

    /** Builds that end now come first. */
    private void rest(long worked) throws InterruptedException {
        if (worked > 0) {
            Thread.sleep(Math.min(worked, LONGEST_REST));
        }
        Collector.get().await(Duration.ofSeconds(10));
    }
}
