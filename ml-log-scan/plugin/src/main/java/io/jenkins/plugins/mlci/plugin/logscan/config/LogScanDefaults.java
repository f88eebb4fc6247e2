package io.jenkins.plugins.mlci.plugin.logscan.config;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.util.FormValidation;
import io.jenkins.plugins.mlci.plugin.shared.config.CapabilityDefaults;
import io.jenkins.plugins.mlci.plugin.shared.config.MachineLearningConfiguration;
import jenkins.model.Jenkins;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** What an admin says about the log scan. */
public final class LogScanDefaults extends CapabilityDefaults {
    /** How long one scan may take unless an admin says otherwise, in seconds. */
    public static final int USUAL_SECONDS = 120;

    private static final int MOST_SECONDS = 3600;

    private boolean scanFailedBuilds;
    private boolean skipPublishingChecks;
    private int seconds = USUAL_SECONDS;

    @DataBoundConstructor
    public LogScanDefaults() {}

    /** Whether each build that fails is scanned, also when its pipeline does not ask for it. */
    public boolean isScanFailedBuilds() {
        return scanFailedBuilds;
    }

    @DataBoundSetter
    public void setScanFailedBuilds(boolean scanFailedBuilds) {
        this.scanFailedBuilds = scanFailedBuilds;
    }

    /** Whether cause lines stay on this controller, although a plugin is there that would show them beside the commit. */
    public boolean isSkipPublishingChecks() {
        return skipPublishingChecks;
    }

    @DataBoundSetter
    public void setSkipPublishingChecks(boolean skipPublishingChecks) {
        this.skipPublishingChecks = skipPublishingChecks;
    }

    /** How long one scan may take; what it did not read by then is left out. */
    public int getSeconds() {
        return seconds;
    }

    @DataBoundSetter
    public void setSeconds(int seconds) {
        this.seconds = Math.max(1, Math.min(MOST_SECONDS, seconds));
    }

    /** The settings in force. */
    public static LogScanDefaults get() {
        return MachineLearningConfiguration.get()
                .defaults(LogScanDefaults.class)
                .orElseGet(LogScanDefaults::new);
    }

    /** Offers the settings in the global configuration. */
    @Extension
    @Symbol("logScan")
    public static final class DescriptorImpl extends CapabilityDescriptor {
        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.LogScanDefaults_DisplayName();
        }

        /** Checks the number of seconds. */
        @POST
        public FormValidation doCheckSeconds(@QueryParameter String value) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            return FormValidation.validateIntegerInRange(value, 1, MOST_SECONDS);
        }
    }
}
