package io.jenkins.plugins.mlci.plugin.deploygate.policy;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.Descriptor;
import io.jenkins.plugins.mlci.deploygate.policy.RiskThresholds;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/**
 * The choice on a form to have no policy here, so that the next more general one holds: that of the environment, then that of all
 * environments. It is never kept.
 */
public final class GeneralPolicyConfig extends RiskPolicyConfig {
    private static final long serialVersionUID = 1L;

    @DataBoundConstructor
    public GeneralPolicyConfig() {}

    /** What is kept of a choice: nothing where this was chosen. */
    @CheckForNull
    public static RiskPolicyConfig orNull(@CheckForNull RiskPolicyConfig chosen) {
        return chosen instanceof GeneralPolicyConfig ? null : chosen;
    }

    @Override
    public RiskThresholds thresholds() {
        throw new IllegalArgumentException("There are no thresholds of its own here: a more general policy holds.");
    }

    @Override
    public String text() {
        return "general()";
    }

    /** Offers it on forms, first. */
    @Extension(ordinal = 100)
    @Symbol("general")
    public static final class DescriptorImpl extends Descriptor<RiskPolicyConfig> {
        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.GeneralPolicyConfig_DisplayName();
        }
    }
}
