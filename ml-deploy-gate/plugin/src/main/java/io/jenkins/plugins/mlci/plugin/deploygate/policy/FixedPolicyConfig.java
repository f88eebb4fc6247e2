package io.jenkins.plugins.mlci.plugin.deploygate.policy;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.FormValidation;
import io.jenkins.plugins.mlci.deploygate.policy.RiskThresholds;
import java.util.ArrayList;
import java.util.List;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** Thresholds that a person chose. One that is left out never holds. */
public final class FixedPolicyConfig extends RiskPolicyConfig {
    private static final long serialVersionUID = 1L;

    private Double canary;
    private Double approve;
    private Double block;

    @DataBoundConstructor
    public FixedPolicyConfig() {}

    /** From this probability on a canary; null for never. */
    public Double getCanary() {
        return canary;
    }

    @DataBoundSetter
    public void setCanary(Double canary) {
        this.canary = canary;
    }

    /** From this probability on approval; null for never. */
    public Double getApprove() {
        return approve;
    }

    @DataBoundSetter
    public void setApprove(Double approve) {
        this.approve = approve;
    }

    /** From this probability on blocked; null for never. */
    public Double getBlock() {
        return block;
    }

    @DataBoundSetter
    public void setBlock(Double block) {
        this.block = block;
    }

    @Override
    public RiskThresholds thresholds() {
        double highest = or(block, RiskThresholds.NEVER);
        double middle = or(approve, highest);
        return new RiskThresholds(or(canary, middle), middle, highest);
    }

    private static double or(Double value, double otherwise) {
        return value == null ? otherwise : value;
    }

    @Override
    public String text() {
        List<String> parts = new ArrayList<>();
        add(parts, "canary", canary);
        add(parts, "approve", approve);
        add(parts, "block", block);
        return "fixed(" + String.join(", ", parts) + ")";
    }

    private static void add(List<String> parts, String name, Double value) {
        if (value != null) {
            parts.add(name + ": " + Numbers.plain(value));
        }
    }

    /** Offers it in pipelines and on forms. */
    @Extension
    @Symbol("fixed")
    public static final class DescriptorImpl extends Descriptor<RiskPolicyConfig> {
        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.FixedPolicyConfig_DisplayName();
        }

        /** Says whether the engine accepts the thresholds. */
        @POST
        public FormValidation doCheckBlock(
                @AncestorInPath Item item,
                @QueryParameter String value,
                @QueryParameter String canary,
                @QueryParameter String approve) {
            return PolicyCheck.of(item, () -> {
                FixedPolicyConfig policy = new FixedPolicyConfig();
                policy.setCanary(number(canary));
                policy.setApprove(number(approve));
                policy.setBlock(number(value));
                policy.thresholds();
            });
        }

        private static Double number(String text) {
            return text == null || text.isBlank() ? null : Double.valueOf(text.strip());
        }
    }
}
