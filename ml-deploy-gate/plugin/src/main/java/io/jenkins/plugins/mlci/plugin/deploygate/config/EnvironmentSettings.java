package io.jenkins.plugins.mlci.plugin.deploygate.config;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.mlci.plugin.deploygate.policy.Freezes;
import io.jenkins.plugins.mlci.plugin.deploygate.policy.GeneralPolicyConfig;
import io.jenkins.plugins.mlci.plugin.deploygate.policy.PolicyCheck;
import io.jenkins.plugins.mlci.plugin.deploygate.policy.RiskPolicyConfig;
import jenkins.model.Jenkins;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** What holds in one environment where a pipeline says nothing. */
public final class EnvironmentSettings extends AbstractDescribableImpl<EnvironmentSettings> {
    private final String name;
    private RiskPolicyConfig policy;
    private String mode = "";
    private String freezes = "";

    @DataBoundConstructor
    public EnvironmentSettings(String name) {
        this.name = Util.fixNull(name).strip();
    }

    /** The environment, as pipelines name it. */
    public String getName() {
        return name;
    }

    /** From which risk on which verdict holds; null for the general one. */
    public RiskPolicyConfig getPolicy() {
        return policy;
    }

    @DataBoundSetter
    public void setPolicy(RiskPolicyConfig policy) {
        this.policy = GeneralPolicyConfig.orNull(policy);
    }

    /** {@code advise}, {@code enforce}, or empty for the general one. */
    public String getMode() {
        return mode;
    }

    @DataBoundSetter
    public void setMode(String mode) {
        this.mode = Util.fixNull(mode).strip();
    }

    /** Freeze windows besides the general ones, one a line. */
    public String getFreezes() {
        return freezes;
    }

    @DataBoundSetter
    public void setFreezes(String freezes) {
        this.freezes = Util.fixNull(freezes).strip();
    }

    /** Offers it in the configuration. */
    @Extension
    @Symbol("environment")
    public static final class DescriptorImpl extends Descriptor<EnvironmentSettings> {
        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.EnvironmentSettings_DisplayName();
        }

        /** What a form shows where nobody chose. */
        public RiskPolicyConfig getDefaultPolicy() {
            return new GeneralPolicyConfig();
        }

        /** Checks the name. */
        @POST
        public FormValidation doCheckName(@QueryParameter String value) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            return FormValidation.validateRequired(value);
        }

        /** Checks the freeze windows. */
        @POST
        public FormValidation doCheckFreezes(@QueryParameter String value) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            return PolicyCheck.of(null, () -> Freezes.parse(value));
        }

        /** The modes. */
        @POST
        public ListBoxModel doFillModeItems() {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            return Modes.items(Messages.EnvironmentSettings_General());
        }
    }
}
