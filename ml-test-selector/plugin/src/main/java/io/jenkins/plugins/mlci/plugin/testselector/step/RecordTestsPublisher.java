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
import hudson.tasks.Publisher;
import hudson.tasks.Recorder;
import io.jenkins.plugins.mlci.plugin.shared.build.BuildConsole;
import jenkins.tasks.SimpleBuildStep;
import org.kohsuke.stapler.DataBoundConstructor;

/** Records how the tests of a Freestyle build ended, where the JUnit plugin does not. */
public final class RecordTestsPublisher extends Recorder implements SimpleBuildStep {
    private final RecordTestsStep reports;

    @DataBoundConstructor
    public RecordTestsPublisher(RecordTestsStep reports) {
        this.reports = reports;
    }

    /** What to record; the same options as in a pipeline. */
    public RecordTestsStep getReports() {
        return reports;
    }

    @Override
    public DescriptorImpl getDescriptor() {
        return (DescriptorImpl) super.getDescriptor();
    }

    @Override
    public void perform(
            @NonNull Run<?, ?> run,
            @NonNull FilePath workspace,
            @NonNull EnvVars env,
            @NonNull Launcher launcher,
            @NonNull TaskListener listener)
            throws InterruptedException {
        new Recording(run, workspace, workspace.getRemote(), new BuildConsole("ml-test-selector", listener.getLogger()))
                .record(reports.getPattern(), reports.getLevel());
    }

    /** Offers it in Freestyle jobs. */
    @Extension
    public static final class DescriptorImpl extends BuildStepDescriptor<Publisher> {
        @NonNull
        @Override
        public String getDisplayName() {
            return "Record how the tests ended, for test selection";
        }

        @Override
        @SuppressWarnings("rawtypes")
        public boolean isApplicable(Class<? extends AbstractProject> type) {
            return true;
        }
    }
}
