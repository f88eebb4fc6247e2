package io.jenkins.plugins.mlci.plugin.deploygate.incident;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.util.FormValidation;
import hudson.util.Secret;
import io.jenkins.plugins.mlci.deploygate.incident.Remedy;
import io.jenkins.plugins.mlci.plugin.shared.config.CapabilityDefaults;
import io.jenkins.plugins.mlci.plugin.shared.config.MachineLearningConfiguration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import jenkins.model.Jenkins;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** What may be done about incidents from their pages. Telling people is always allowed; what changes something is not by default. */
public final class IncidentDefaults extends CapabilityDefaults {
    private boolean retry;
    private boolean rollBack;
    private Secret webhook;

    @DataBoundConstructor
    public IncidentDefaults() {}

    /** Whether the affected job may be run once more. */
    public boolean isRetry() {
        return retry;
    }

    @DataBoundSetter
    public void setRetry(boolean retry) {
        this.retry = retry;
    }

    /** Whether the last good deployment may be put back. */
    public boolean isRollBack() {
        return rollBack;
    }

    @DataBoundSetter
    public void setRollBack(boolean rollBack) {
        this.rollBack = rollBack;
    }

    /** Where messages about incidents are sent; missing where nowhere. */
    @CheckForNull
    public Secret getWebhook() {
        return webhook;
    }

    @DataBoundSetter
    public void setWebhook(@CheckForNull Secret webhook) {
        this.webhook = address(webhook).isPresent() ? webhook : null;
    }

    /** The same in the clear; empty where there is none. */
    Optional<String> webhookAddress() {
        return address(webhook);
    }

    private static Optional<String> address(Secret webhook) {
        return Optional.ofNullable(webhook)
                .map(Secret::getPlainText)
                .map(String::trim)
                .filter(each -> !each.isEmpty());
    }

    /** The kinds of remedies that may be carried out. */
    public Set<Remedy> allowed() {
        Set<Remedy> allowed = EnumSet.of(Remedy.NOTIFY);
        if (retry) {
            allowed.add(Remedy.RETRY);
        }
        if (rollBack) {
            allowed.add(Remedy.ROLL_BACK);
        }
        return allowed;
    }

    /** The settings in force. */
    public static IncidentDefaults get() {
        return MachineLearningConfiguration.get()
                .defaults(IncidentDefaults.class)
                .orElseGet(IncidentDefaults::new);
    }

    /** Offers the settings in the global configuration. */
    @Extension
    @Symbol("incidents")
    public static final class DescriptorImpl extends CapabilityDescriptor {
        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.IncidentDefaults_DisplayName();
        }

        /** Checks the address of the webhook. */
        @POST
        public FormValidation doCheckWebhook(@QueryParameter String value) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            Optional<String> address = address(Secret.fromString(value));
            return address.isEmpty() || address.get().matches("(?i)https?://[^/\\s]+\\S*")
                    ? FormValidation.ok()
                    : FormValidation.error(Messages.IncidentDefaults_Webhook());
        }
    }
}
