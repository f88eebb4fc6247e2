package io.jenkins.plugins.mlci.plugin.logscan.scan;

import hudson.model.Job;
import io.jenkins.plugins.mlci.logscan.scan.JobKnowledge;
import io.jenkins.plugins.mlci.logscan.scan.JobKnowledgeStore;
import io.jenkins.plugins.mlci.plugin.shared.store.SharedHistory;
import java.util.function.UnaryOperator;

/** What people and retries taught about the failures of a job, in the shared history. A history that cannot be used knows nothing. */
public final class Knowledge {
    private Knowledge() {}

    /** What a job taught. */
    public static JobKnowledge of(Job<?, ?> job) {
        String scope = Baselines.scope(job);
        return SharedHistory.get()
                .ask(history -> new JobKnowledgeStore(history.models()).read(scope), JobKnowledge.none());
    }

    /**
     * Puts new knowledge in the place of a job's; one change at a time, so that each builds on the one before.
     *
     * @return whether it was kept
     */
    public static synchronized boolean update(Job<?, ?> job, UnaryOperator<JobKnowledge> change) {
        String scope = Baselines.scope(job);
        return SharedHistory.get()
                .ask(
                        history -> {
                            JobKnowledgeStore store = new JobKnowledgeStore(history.models());
                            store.write(scope, change.apply(store.read(scope)));
                            return true;
                        },
                        false);
    }
}
