package io.jenkins.plugins.mlci.plugin.shared.collect;

import hudson.model.Job;
import hudson.model.Run;
import io.jenkins.plugins.mlci.plugin.shared.jenkins.JenkinsFacade;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds builds that wait to be recorded, also when their job is renamed before their turn comes: a job has its new name before
 * anybody hears of it, and then there is nothing under the old one. Remembers jobs, not names; it keeps none of them in memory.
 */
final class WaitingBuilds {
    private final JenkinsFacade jenkins;
    private final Map<BuildId, WeakReference<Job<?, ?>>> jobs = new ConcurrentHashMap<>();

    WaitingBuilds(JenkinsFacade jenkins) {
        this.jenkins = jenkins;
    }

    /** Remembers whose build it is. */
    void add(BuildId build, Job<?, ?> job) {
        jobs.put(build, new WeakReference<>(job));
    }

    /**
     * Remembers whose builds the events tell of that were left when Jenkins stopped.
     *
     * @param events oldest first
     */
    void addAll(List<HistoryEvent> events) {
        Map<String, String> namesNow = new HashMap<>();
        for (int i = events.size() - 1; i >= 0; i--) {
            HistoryEvent event = events.get(i);
            if (event instanceof HistoryEvent.JobMoved moved) {
                namesNow.put(moved.from(), namesNow.getOrDefault(moved.to(), moved.to()));
            } else if (event instanceof HistoryEvent.BuildEnded ended) {
                BuildId build = ended.build();
                jenkins.job(namesNow.getOrDefault(build.job(), build.job()))
                        .ifPresent(job -> jobs.putIfAbsent(build, new WeakReference<>(job)));
            }
        }
    }

    /** Whether a build waits, by the name that its job had when it ended. */
    boolean has(BuildId build) {
        return jobs.containsKey(build);
    }

    /** The build; empty when it or its job was deleted. */
    Optional<Run<?, ?>> find(BuildId build) {
        WeakReference<Job<?, ?>> known = jobs.get(build);
        Job<?, ?> job = known == null ? null : known.get();
        return job == null
                ? jenkins.build(build)
                : Optional.ofNullable(job.getBuildByNumber(Math.toIntExact(build.number())));
    }

    /** Forgets a build that waits no longer. */
    void remove(BuildId build) {
        jobs.remove(build);
    }

    int size() {
        return jobs.size();
    }
}
