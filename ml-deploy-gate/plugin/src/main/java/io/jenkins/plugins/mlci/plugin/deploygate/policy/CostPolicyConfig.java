package io.jenkins.plugins.mlci.plugin.deploygate.policy;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.FormValidation;
import io.jenkins.plugins.mlci.deploygate.policy.GateCosts;
import io.jenkins.plugins.mlci.deploygate.policy.RiskThresholds;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** The verdict with the least expected cost. */
public final class CostPolicyConfig extends RiskPolicyConfig {
    private static final long serialVersionUID = 1L;

    private final double failure;
    private final double delay;

    @DataBoundConstructor
    public CostPolicyConfig(double failure, double delay) {
        this.failure = failure;
        this.delay = delay;
    }

    /** What a failed deployment costs, in any unit. */
    public double getFailure() {
        return failure;
    }

    /** What it costs not to deploy now, in the same unit. */
    public double getDelay() {
        return delay;
    }

    @Override
    public RiskThresholds thresholds() {
        return GateCosts.of(failure, delay).thresholds();
    }

    @Override
    public String text() {
        return "cost(failure: " + Numbers.plain(failure) + ", delay: " + Numbers.plain(delay) + ")";
    }

    /** Offers it in pipelines and on forms. */
    @Extension(ordinal = 10)
    @Symbol("cost")
    public static final class DescriptorImpl extends Descriptor<RiskPolicyConfig> {
        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.CostPolicyConfig_DisplayName();
        }

        /** Says whether the engine accepts the costs. */
        @POST
        public FormValidation doCheckFailure(
                @AncestorInPath Item item, @QueryParameter String value, @QueryParameter String delay) {
            return PolicyCheck.of(item, () -> new CostPolicyConfig(Double.parseDouble(value), Double.parseDouble(delay))
                    .thresholds());
        }

        /** Says whether the engine accepts the costs. */
        @POST
        public FormValidation doCheckDelay(
                @AncestorInPath Item item, @QueryParameter String value, @QueryParameter String failure) {
            return doCheckFailure(item, failure, value);
        }
    }
}
