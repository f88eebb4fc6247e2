package io.jenkins.plugins.mlci.plugin.deploygate.page;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.Action;
import hudson.model.Job;
import hudson.model.Run;
import io.jenkins.plugins.mlci.plugin.deploygate.record.DeploymentAction;
import java.util.Collection;
import java.util.List;
import jenkins.model.TransientActionFactory;

/** Gives a job its trend once one of its latest builds has deployed. */
@Extension
@SuppressWarnings("rawtypes")
public final class JobRiskFactory extends TransientActionFactory<Job> {
    /** A build that is running, or that failed early, has not deployed. */
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
            if (!DeploymentAction.entries(run).isEmpty()) {
                return List.of(new JobRisk(job));
            }
            seen++;
        }
        return List.of();
    }
}
