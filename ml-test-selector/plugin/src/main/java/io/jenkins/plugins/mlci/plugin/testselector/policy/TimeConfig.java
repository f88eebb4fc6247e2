package io.jenkins.plugins.mlci.plugin.testselector.policy;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.FormValidation;
import io.jenkins.plugins.mlci.testselector.policy.Policy;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** Run what fits into a time. */
public final class TimeConfig extends PolicyConfig {
    private static final long serialVersionUID = 1L;

    private final String budget;

    @DataBoundConstructor
    public TimeConfig(String budget) {
        this.budget = Util.fixNull(budget).trim();
    }

    /** The time, for example {@code 10m}, {@code 90s} or {@code 1h30m}. */
    public String getBudget() {
        return budget;
    }

    @Override
    public Policy policy() {
        return Policy.parse("time:" + budget);
    }

    @Override
    public String text() {
        return "time: " + budget;
    }

    /** Offers it in pipelines and on forms. */
    @Extension
    @Symbol("time")
    public static final class DescriptorImpl extends Descriptor<PolicyConfig> {
        @NonNull
        @Override
        public String getDisplayName() {
            return "Run what fits into a time";
        }

        /** Says whether the engine accepts the time. */
        @POST
        public FormValidation doCheckBudget(@AncestorInPath Item item, @QueryParameter String value) {
            return PolicyCheck.of(item, value, () -> new TimeConfig(value));
        }
    }
}
