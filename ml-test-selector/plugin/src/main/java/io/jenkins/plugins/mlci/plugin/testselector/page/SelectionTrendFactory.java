package io.jenkins.plugins.mlci.plugin.testselector.page;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.Action;
import hudson.model.Job;
import hudson.model.Run;
import java.util.Collection;
import java.util.List;
import jenkins.model.TransientActionFactory;

/** Gives a job its trend once one of its latest builds has a selection. */
@Extension
@SuppressWarnings("rawtypes")
public final class SelectionTrendFactory extends TransientActionFactory<Job> {
    /** A build that is running, or that failed early, has none yet. */
    private static final int LOOK_BACK = 5;

    @Override
    public Class<Job> type() {
        return Job.class;
    }

    @NonNull
    @Override
    public Collection<? extends Action> createFor(@NonNull Job target) {
        Job<?, ?> job = (Job<?, ?>) target;
        int seen = 0;
        for (Run<?, ?> run = job.getLastBuild(); run != null && seen < LOOK_BACK; run = run.getPreviousBuild()) {
            if (run.getAction(SelectionAction.class) != null) {
                return List.of(new SelectionTrend(job));
            }
            seen++;
        }
        return List.of();
    }
}
