package io.jenkins.plugins.mlci.plugin.testselector.store;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.util.FormValidation;
import io.jenkins.plugins.mlci.plugin.shared.config.CapabilityDefaults;
import io.jenkins.plugins.mlci.plugin.shared.config.DecisionMode;
import io.jenkins.plugins.mlci.plugin.shared.config.MachineLearningConfiguration;
import io.jenkins.plugins.mlci.plugin.testselector.policy.AsConfigured;
import io.jenkins.plugins.mlci.plugin.testselector.policy.ConfidenceConfig;
import io.jenkins.plugins.mlci.plugin.testselector.policy.PolicyConfig;
import io.jenkins.plugins.mlci.plugin.testselector.step.Mode;
import io.jenkins.plugins.mlci.testselector.policy.Rules;
import java.util.Optional;
import jenkins.model.Jenkins;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** What counts where a pipeline says nothing. */
public final class SelectorDefaults extends CapabilityDefaults {
    private static final double USUAL_CONFIDENCE = 0.95;

    private PolicyConfig policy;
    private int leastBuilds = Rules.DEFAULT.leastBuilds();

    @DataBoundConstructor
    public SelectorDefaults() {}

    /** How much to run; null for 95 % of the failures. */
    public PolicyConfig getPolicy() {
        return policy;
    }

    @DataBoundSetter
    public void setPolicy(PolicyConfig policy) {
        this.policy = AsConfigured.orNull(policy);
    }

    /** With fewer builds than this in its history, a job runs all tests. */
    public int getLeastBuilds() {
        return leastBuilds;
    }

    @DataBoundSetter
    public void setLeastBuilds(int leastBuilds) {
        this.leastBuilds = Math.max(0, leastBuilds);
    }

    /** The policy of a step that names none. */
    public static PolicyConfig policy() {
        return configured().map(SelectorDefaults::getPolicy).orElseGet(() -> new ConfidenceConfig(USUAL_CONFIDENCE));
    }

    /** How many builds a job needs in its history. */
    public static int leastBuilds() {
        return configured().map(SelectorDefaults::getLeastBuilds).orElse(Rules.DEFAULT.leastBuilds());
    }

    /** The mode of a step that names none. */
    public static Mode mode() {
        return MachineLearningConfiguration.get().getMode() == DecisionMode.ENFORCE ? Mode.ENFORCE : Mode.OBSERVE;
    }

    private static Optional<SelectorDefaults> configured() {
        return MachineLearningConfiguration.get().defaults(SelectorDefaults.class);
    }

    /** Offers the defaults in the global configuration. */
    @Extension
    @Symbol("testSelection")
    public static final class DescriptorImpl extends CapabilityDescriptor {
        @NonNull
        @Override
        public String getDisplayName() {
            return "Test selection";
        }

        /** What a form shows before anybody chose. */
        public PolicyConfig getDefaultPolicy() {
            return new ConfidenceConfig(USUAL_CONFIDENCE);
        }

        /** Checks the number of builds. */
        @POST
        public FormValidation doCheckLeastBuilds(@QueryParameter String value) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            return FormValidation.validateNonNegativeInteger(value);
        }
    }
}
