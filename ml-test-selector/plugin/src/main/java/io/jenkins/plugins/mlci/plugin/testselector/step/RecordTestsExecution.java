package io.jenkins.plugins.mlci.plugin.testselector.step;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.mlci.plugin.shared.build.BuildConsole;
import org.jenkinsci.plugins.workflow.steps.GeneralNonBlockingStepExecution;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Reads reports off the pipeline's own thread; after a restart of Jenkins in the middle it reads them again. */
final class RecordTestsExecution extends GeneralNonBlockingStepExecution {
    private static final long serialVersionUID = 1L;

    private final RecordTestsStep step;

    RecordTestsExecution(StepContext context, RecordTestsStep step) {
        super(context);
        this.step = step;
    }

    @Override
    public boolean start() {
        run(this::record);
        return false;
    }

    @Override
    public void onResume() {
        run(this::record);
    }

    /** Nothing is lost by a restart. */
    @Override
    public boolean blocksRestart() {
        return false;
    }

    private void record() throws Exception {
        StepContext context = getContext();
        BuildConsole console = new BuildConsole(
                "ml-test-selector", context.get(TaskListener.class).getLogger());
        FilePath folder = Patience.workspace(context);
        if (folder == null) {
            console.say("The tests were not recorded: there is no workspace here, or its agent did not come back.");
        } else {
            EnvVars environment = context.get(EnvVars.class);
            String top = environment == null ? "" : environment.getOrDefault("WORKSPACE", "");
            new Recording(context.get(Run.class), folder, top, console).record(step.getPattern(), step.getLevel());
        }
        context.onSuccess(null);
    }
}
