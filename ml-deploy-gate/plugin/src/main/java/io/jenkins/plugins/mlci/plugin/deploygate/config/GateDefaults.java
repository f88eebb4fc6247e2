package io.jenkins.plugins.mlci.plugin.deploygate.config;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Util;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.mlci.plugin.deploygate.policy.CostPolicyConfig;
import io.jenkins.plugins.mlci.plugin.deploygate.policy.Freezes;
import io.jenkins.plugins.mlci.plugin.deploygate.policy.GeneralPolicyConfig;
import io.jenkins.plugins.mlci.plugin.deploygate.policy.PolicyCheck;
import io.jenkins.plugins.mlci.plugin.deploygate.policy.RiskPolicyConfig;
import io.jenkins.plugins.mlci.plugin.shared.config.CapabilityDefaults;
import io.jenkins.plugins.mlci.plugin.shared.config.MachineLearningConfiguration;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jenkins.model.Jenkins;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** What counts where a pipeline says nothing. */
public final class GateDefaults extends CapabilityDefaults {
    private RiskPolicyConfig policy;
    private String mode = "";
    private String freezes = "";
    private String zone = "UTC";
    private boolean useAuthors;
    private boolean withoutTitles;
    private boolean skipPublishingChecks;
    private List<EnvironmentSettings> environments = new ArrayList<>();

    @DataBoundConstructor
    public GateDefaults() {}

    /** From which risk on which verdict holds; null for the usual costs. */
    public RiskPolicyConfig getPolicy() {
        return policy;
    }

    @DataBoundSetter
    public void setPolicy(RiskPolicyConfig policy) {
        this.policy = GeneralPolicyConfig.orNull(policy);
    }

    /** {@code advise}, {@code enforce}, or empty for what holds for all decisions. */
    public String getMode() {
        return mode;
    }

    @DataBoundSetter
    public void setMode(String mode) {
        this.mode = Util.fixNull(mode).strip();
    }

    /** Freeze windows of all environments, one a line. */
    public String getFreezes() {
        return freezes;
    }

    @DataBoundSetter
    public void setFreezes(String freezes) {
        this.freezes = Util.fixNull(freezes).strip();
    }

    /** On whose clock working hours are. */
    public String getZone() {
        return zone;
    }

    @DataBoundSetter
    public void setZone(String zone) {
        this.zone = Util.fixEmptyAndTrim(zone) == null ? "UTC" : zone.strip();
    }

    /** {@link #getZone} itself; UTC where it is none. */
    public ZoneId zoneId() {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            return ZoneId.of("UTC");
        }
    }

    /** Whether the pseudonyms of who wrote a change count for its risk. */
    public boolean isUseAuthors() {
        return useAuthors;
    }

    @DataBoundSetter
    public void setUseAuthors(boolean useAuthors) {
        this.useAuthors = useAuthors;
    }

    /** Whether the first line of the newest commit is left out of the history. */
    public boolean isWithoutTitles() {
        return withoutTitles;
    }

    @DataBoundSetter
    public void setWithoutTitles(boolean withoutTitles) {
        this.withoutTitles = withoutTitles;
    }

    /** Whether gates stay on this controller, although a plugin is there that would show them beside the commit. */
    public boolean isSkipPublishingChecks() {
        return skipPublishingChecks;
    }

    @DataBoundSetter
    public void setSkipPublishingChecks(boolean skipPublishingChecks) {
        this.skipPublishingChecks = skipPublishingChecks;
    }

    /** What holds in single environments. */
    public List<EnvironmentSettings> getEnvironments() {
        return List.copyOf(environments);
    }

    @DataBoundSetter
    public void setEnvironments(List<EnvironmentSettings> environments) {
        this.environments = new ArrayList<>(environments == null ? List.of() : environments);
    }

    /** What holds in one environment; empty where nobody said so. */
    public Optional<EnvironmentSettings> environment(String name) {
        return environments.stream().filter(each -> each.getName().equals(name)).findFirst();
    }

    /** The settings in force. */
    public static GateDefaults get() {
        return MachineLearningConfiguration.get().defaults(GateDefaults.class).orElseGet(GateDefaults::new);
    }

    /** The usual costs: a failed deployment costs ten times as much as a delay. */
    public static RiskPolicyConfig usualPolicy() {
        return new CostPolicyConfig(10, 1);
    }

    /** A file of another version may lack some. */
    private Object readResolve() {
        mode = Util.fixNull(mode);
        freezes = Util.fixNull(freezes);
        zone = zone == null ? "UTC" : zone;
        environments = environments == null ? new ArrayList<>() : environments;
        return this;
    }

    /** Offers the settings in the global configuration. */
    @Extension
    @Symbol("deployGate")
    public static final class DescriptorImpl extends CapabilityDescriptor {
        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.GateDefaults_DisplayName();
        }

        /** What a form shows before anybody chose. */
        public RiskPolicyConfig getDefaultPolicy() {
            return usualPolicy();
        }

        /** Checks the freeze windows. */
        @POST
        public FormValidation doCheckFreezes(@QueryParameter String value) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            return PolicyCheck.of(null, () -> Freezes.parse(value));
        }

        /** Checks the time zone. */
        @POST
        public FormValidation doCheckZone(@QueryParameter String value) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            try {
                ZoneId.of(Util.fixNull(value).strip());
                return FormValidation.ok();
            } catch (DateTimeException e) {
                return FormValidation.error(Messages.GateDefaults_NoZone());
            }
        }

        /** The modes. */
        @POST
        public ListBoxModel doFillModeItems() {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            return Modes.items(Messages.GateDefaults_GeneralMode());
        }
    }
}
