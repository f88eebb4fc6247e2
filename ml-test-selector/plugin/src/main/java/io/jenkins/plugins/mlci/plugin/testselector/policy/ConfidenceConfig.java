package io.jenkins.plugins.mlci.plugin.testselector.policy;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.FormValidation;
import io.jenkins.plugins.mlci.testselector.policy.Policy;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** Run what is needed to keep a share of the failures, guaranteed on average from recent builds. */
public final class ConfidenceConfig extends PolicyConfig {
    private static final long serialVersionUID = 1L;

    /** Nobody wants to keep less than this share; a number between 1 and this many percent is a slip of the pen. */
    private static final double LEAST_PERCENT = 50;

    private final double share;

    @DataBoundConstructor
    public ConfidenceConfig(double share) {
        this.share = share;
    }

    /** The share in (0, 1), or the same in percent, from 50 on. */
    public double getShare() {
        return share;
    }

    @Override
    public Policy policy() {
        if (share > 1 && share < LEAST_PERCENT) {
            throw new IllegalArgumentException("A confidence of " + Shares.text(share) + " would mean "
                    + Shares.text(share) + " % of the failures. Write a share such as 0.95, or percent such as 95.");
        }
        return new Policy.Confidence(Shares.of(share));
    }

    @Override
    public String text() {
        return "confidence: " + Shares.text(Shares.of(share));
    }

    /** Offers it in pipelines and on forms. */
    @Extension
    @Symbol("confidence")
    public static final class DescriptorImpl extends Descriptor<PolicyConfig> {
        @NonNull
        @Override
        public String getDisplayName() {
            return "Keep a share of the failures";
        }

        /** Says whether the engine accepts the share. */
        @POST
        public FormValidation doCheckShare(@AncestorInPath Item item, @QueryParameter String value) {
            return PolicyCheck.of(item, value, () -> new ConfidenceConfig(Double.parseDouble(value)));
        }
    }
}
