package io.jenkins.plugins.mlci.plugin.testselector.step;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.mlci.plugin.shared.build.BuildConsole;
import org.jenkinsci.plugins.workflow.steps.GeneralNonBlockingStepExecution;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/**
 * Runs the step off the pipeline's own thread. A restart of Jenkins in the middle begins it again: to select twice does no harm,
 * and fails no build.
 */
final class SelectTestsExecution extends GeneralNonBlockingStepExecution {
    private static final long serialVersionUID = 1L;

    private final SelectTestsStep step;

    SelectTestsExecution(StepContext context, SelectTestsStep step) {
        super(context);
        this.step = step;
    }

    @Override
    public boolean start() {
        run(this::select);
        return false;
    }

    @Override
    public void onResume() {
        run(this::select);
    }

    /** Nothing is lost by a restart. */
    @Override
    public boolean blocksRestart() {
        return false;
    }

    private void select() throws Exception {
        StepContext context = getContext();
        BuildConsole console = new BuildConsole(
                "ml-test-selector", context.get(TaskListener.class).getLogger());
        FilePath folder = Patience.workspace(context);
        if (folder == null) {
            String reason = "there is no workspace here, or its agent did not come back";
            console.say("All tests will run: " + reason + ".");
            context.onSuccess(ScriptSelection.everything(reason, Math.max(1, step.getShards())));
            return;
        }
        EnvVars environment = context.get(EnvVars.class);
        String top = environment == null ? "" : environment.getOrDefault("WORKSPACE", "");
        context.onSuccess(new Selecting(context.get(Run.class), folder, top, console).select(step));
    }
}
