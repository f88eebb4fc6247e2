package io.jenkins.plugins.mlci.plugin.logscan.page;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.Action;
import hudson.model.Job;
import hudson.model.Run;
import java.util.Collection;
import java.util.List;
import jenkins.model.TransientActionFactory;

/** Gives a job its page of failures once one of its latest builds was scanned. */
@Extension
@SuppressWarnings("rawtypes")
public final class FailureTrendFactory extends TransientActionFactory<Job> {
    private static final int LOOK_BACK = 10;

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
            if (run.getAction(LogScanAction.class) != null) {
                return List.of(new FailureTrend(job));
            }
            seen++;
        }
        return List.of();
    }
}
