package io.jenkins.plugins.mlci.plugin.testselector.step;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.EnvVars;
import hudson.Extension;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.AbstractProject;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.tasks.BuildStepDescriptor;
import hudson.tasks.Builder;
import io.jenkins.plugins.mlci.plugin.shared.build.BuildConsole;
import io.jenkins.plugins.mlci.plugin.testselector.runner.MavenConfig;
import jenkins.tasks.SimpleBuildStep;
import org.kohsuke.stapler.DataBoundConstructor;

/**
 * Selects tests in a Freestyle job. Later steps of the build find the arguments in {@code ML_TEST_ARGS} and in {@code
 * .mlci/selection/args.txt}.
 */
public final class SelectTestsBuilder extends Builder implements SimpleBuildStep {
    private final SelectTestsStep selection;

    @DataBoundConstructor
    public SelectTestsBuilder(SelectTestsStep selection) {
        this.selection = selection;
    }

    /** What to select; the same options as in a pipeline. */
    public SelectTestsStep getSelection() {
        return selection;
    }

    @Override
    public void perform(
            @NonNull Run<?, ?> run,
            @NonNull FilePath workspace,
            @NonNull EnvVars env,
            @NonNull Launcher launcher,
            @NonNull TaskListener listener)
            throws InterruptedException {
        ScriptSelection answer = new Selecting(
                        run,
                        workspace,
                        workspace.getRemote(),
                        new BuildConsole("ml-test-selector", listener.getLogger()))
                .select(selection);
        SelectionVariables.publish(run, selection.getId(), answer);
    }

    /** Offers the step in Freestyle jobs. */
    @Extension
    public static final class DescriptorImpl extends BuildStepDescriptor<Builder> {
        @NonNull
        @Override
        public String getDisplayName() {
            return "Select the tests that this change must run";
        }

        @Override
        @SuppressWarnings("rawtypes")
        public boolean isApplicable(Class<? extends AbstractProject> type) {
            return true;
        }

        /** What a new step shows. */
        public SelectTestsStep getDefaultSelection() {
            return new SelectTestsStep(new MavenConfig());
        }
    }
}
