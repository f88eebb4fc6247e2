package io.jenkins.plugins.mlci.plugin.testselector.step;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Item;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.util.ListBoxModel;
import java.io.Serializable;
import java.util.Set;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.verb.POST;

/** {@code mlRecordTests}: how the tests ended, for jobs without the JUnit plugin. */
public final class RecordTestsStep extends Step implements Serializable {
    /** The reports of Surefire, Failsafe and Gradle. */
    public static final String USUAL =
            "**/surefire-reports/TEST-*.xml, **/failsafe-reports/TEST-*.xml, **/test-results/**/TEST-*.xml";

    static final String USUAL_LEVEL = "method";
    private static final long serialVersionUID = 1L;

    private String pattern = USUAL;
    private String level = USUAL_LEVEL;

    @DataBoundConstructor
    public RecordTestsStep() {}

    /** Which reports, as Ant patterns separated by commas. */
    public String getPattern() {
        return pattern;
    }

    @DataBoundSetter
    public void setPattern(String pattern) {
        this.pattern = Util.fixEmptyAndTrim(pattern) == null ? USUAL : pattern.strip();
    }

    /** How finely tests are told apart: {@code class}, {@code method} or {@code case}. */
    public String getLevel() {
        return level;
    }

    @DataBoundSetter
    public void setLevel(String level) {
        this.level = Util.fixEmptyAndTrim(level) == null ? USUAL_LEVEL : level.strip();
    }

    @Override
    public StepExecution start(StepContext context) {
        return new RecordTestsExecution(context, this);
    }

    /** Offers the step in pipelines. */
    @Extension
    public static final class DescriptorImpl extends StepDescriptor {
        @Override
        public String getFunctionName() {
            return "mlRecordTests";
        }

        @NonNull
        @Override
        public String getDisplayName() {
            return "Record how the tests ended, for test selection";
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            // Not the workspace: an agent that is away for a while must not fail the build.
            return Set.of(Run.class, TaskListener.class);
        }

        /** The levels. */
        @POST
        public ListBoxModel doFillLevelItems(@AncestorInPath Item item) {
            if (item == null) {
                Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            } else {
                item.checkPermission(Item.CONFIGURE);
            }
            ListBoxModel levels = new ListBoxModel();
            levels.add("Methods", USUAL_LEVEL);
            levels.add("Classes or files", "class");
            levels.add("Each case of a parameterized test", "case");
            return levels;
        }
    }
}
