package io.jenkins.plugins.mlci.plugin.testselector.policy;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.Descriptor;
import io.jenkins.plugins.mlci.testselector.policy.Policy;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** The choice on a form to have no policy here, so that the administrator's holds. It is never kept. */
public final class AsConfigured extends PolicyConfig {
    private static final long serialVersionUID = 1L;

    @DataBoundConstructor
    public AsConfigured() {}

    /** What is kept of a choice: nothing where this was chosen. */
    @CheckForNull
    public static PolicyConfig orNull(@CheckForNull PolicyConfig chosen) {
        return chosen instanceof AsConfigured ? null : chosen;
    }

    @Override
    public Policy policy() {
        throw new IllegalArgumentException("There is no policy of its own here: the administrator's holds.");
    }

    @Override
    public String text() {
        return "configured";
    }

    /** Offers it on forms, first. */
    @Extension(ordinal = 100)
    @Symbol("configured")
    public static final class DescriptorImpl extends Descriptor<PolicyConfig> {
        @NonNull
        @Override
        public String getDisplayName() {
            return "As configured";
        }
    }
}
