package io.jenkins.plugins.mlci.plugin.logscan.scan;

import hudson.model.Job;
import io.jenkins.plugins.mlci.logscan.baseline.Baseline;
import io.jenkins.plugins.mlci.logscan.baseline.BaselineStore;
import io.jenkins.plugins.mlci.plugin.shared.store.SharedHistory;
import io.jenkins.plugins.mlci.shared.registry.Scope;
import io.jenkins.plugins.mlci.shared.registry.ScopeText;
import java.util.function.UnaryOperator;

/** What good builds of each job look like, in the shared history. A history that cannot be used counts as an empty one. */
public final class Baselines {
    private Baselines() {}

    /** The baseline of a job; empty for a job without good builds. */
    public static Baseline of(Job<?, ?> job) {
        String scope = scope(job);
        return SharedHistory.get().ask(history -> new BaselineStore(history.models()).read(scope), Baseline.empty());
    }

    /** Puts a new baseline in the place of a job's. Called by one thread at a time. */
    public static void update(Job<?, ?> job, UnaryOperator<Baseline> change) {
        String scope = scope(job);
        SharedHistory.get()
                .ask(
                        history -> {
                            BaselineStore store = new BaselineStore(history.models());
                            store.write(scope, change.apply(store.read(scope)));
                            return null;
                        },
                        null);
    }

    /** Named as the shared plugin names the models of a job, so that they are deleted and renamed with it. */
    static String scope(Job<?, ?> job) {
        return ScopeText.write(Scope.job(job.getFullName()));
    }
}
