package io.jenkins.plugins.mlci.plugin.deploygate.page;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.Action;
import hudson.model.Run;
import io.jenkins.plugins.mlci.plugin.deploygate.record.DeploymentAction;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateAction;
import java.util.Collection;
import java.util.List;
import jenkins.model.TransientActionFactory;

/** Gives a build its tab when it has a gate or a deployment. */
@Extension
@SuppressWarnings("rawtypes")
public final class DeploymentTabFactory extends TransientActionFactory<Run> {
    @Override
    public Class<Run> type() {
        return Run.class;
    }

    @NonNull
    @Override
    public Collection<? extends Action> createFor(@NonNull Run target) {
        Run<?, ?> run = (Run<?, ?>) target;
        // Not getAction, which would ask this factory again.
        boolean any = run.getActions().stream()
                .anyMatch(each -> each instanceof GateAction || each instanceof DeploymentAction);
        return any ? List.of(new DeploymentTab(run)) : List.of();
    }
}
