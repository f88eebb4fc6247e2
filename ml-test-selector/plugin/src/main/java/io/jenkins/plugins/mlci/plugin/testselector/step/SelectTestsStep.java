package io.jenkins.plugins.mlci.plugin.testselector.step;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Item;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.mlci.plugin.testselector.policy.AsConfigured;
import io.jenkins.plugins.mlci.plugin.testselector.policy.PolicyConfig;
import io.jenkins.plugins.mlci.plugin.testselector.policy.TimeConfig;
import io.jenkins.plugins.mlci.plugin.testselector.runner.MavenConfig;
import io.jenkins.plugins.mlci.plugin.testselector.runner.RunnerConfig;
import java.util.Set;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** {@code mlSelectTests}: which tests a change must run, written for the test runner. */
public final class SelectTestsStep extends SelectionOptions {
    private static final long serialVersionUID = 1L;

    @DataBoundConstructor
    public SelectTestsStep(RunnerConfig runner) {
        super(runner);
    }

    @Override
    public StepExecution start(StepContext context) {
        return new SelectTestsExecution(context, this);
    }

    /** Offers the step in pipelines. */
    @Extension
    public static final class DescriptorImpl extends StepDescriptor {
        @Override
        public String getFunctionName() {
            return "mlSelectTests";
        }

        @NonNull
        @Override
        public String getDisplayName() {
            return "Select the tests that this change must run";
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            // Not the workspace: an agent that is away for a while must not fail the build.
            return Set.of(Run.class, TaskListener.class);
        }

        /** What a form shows before anybody chose. */
        public RunnerConfig getDefaultRunner() {
            return new MavenConfig();
        }

        /** What a form shows before anybody chose: no policy, so that the administrator's goes on to hold. */
        public PolicyConfig getDefaultPolicy() {
            return new AsConfigured();
        }

        /** The modes. */
        @POST
        public ListBoxModel doFillModeItems(@AncestorInPath Item item) {
            require(item);
            ListBoxModel modes = new ListBoxModel();
            modes.add("As the administrator set it", "");
            modes.add("Enforce: leave tests out", Mode.ENFORCE.text());
            modes.add("Observe: run all tests and show what would be left out", Mode.OBSERVE.text());
            return modes;
        }

        /** Checks a number of parts. */
        @POST
        public FormValidation doCheckShards(@AncestorInPath Item item, @QueryParameter String value) {
            return number(item, value, 1, Parts.MOST);
        }

        /** Checks a largest number of parts. */
        @POST
        public FormValidation doCheckMaxShards(@AncestorInPath Item item, @QueryParameter String value) {
            return number(item, value, 0, Parts.MOST);
        }

        /** Checks the number of the part. */
        @POST
        public FormValidation doCheckShard(@AncestorInPath Item item, @QueryParameter String value) {
            return number(item, value, 0, Parts.MOST);
        }

        /** Checks a number of builds. */
        @POST
        public FormValidation doCheckFullEvery(@AncestorInPath Item item, @QueryParameter String value) {
            return number(item, value, 0, Integer.MAX_VALUE);
        }

        /** Checks a time. */
        @POST
        public FormValidation doCheckShardTime(@AncestorInPath Item item, @QueryParameter String value) {
            require(item);
            try {
                if (Util.fixEmptyAndTrim(value) != null) {
                    new TimeConfig(value).policy();
                }
                return FormValidation.ok();
            } catch (IllegalArgumentException e) {
                return FormValidation.error(e.getMessage());
            }
        }

        private static FormValidation number(Item item, String value, int least, int most) {
            require(item);
            if (Util.fixEmptyAndTrim(value) == null) {
                return FormValidation.ok();
            }
            try {
                int number = Integer.parseInt(value.strip());
                if (number >= least && number <= most) {
                    return FormValidation.ok();
                }
            } catch (NumberFormatException e) {
                return FormValidation.error("Write a whole number.");
            }
            return FormValidation.error("Write a number from " + least + " to " + most + ".");
        }

        private static void require(Item item) {
            if (item == null) {
                Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            } else {
                item.checkPermission(Item.CONFIGURE);
            }
        }
    }
}
