package io.jenkins.plugins.mlci.plugin.shared.config;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import io.jenkins.plugins.mlci.plugin.shared.jenkins.JenkinsFacade;
import io.jenkins.plugins.mlci.shared.privacy.RetentionPolicy;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import jenkins.model.Jenkins;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** How long the history is kept. */
public final class RetentionSettings extends AbstractDescribableImpl<RetentionSettings> {
    /** A year shows each season of a project once. */
    static final int DEFAULT_DAYS = 365;

    /** More builds of one job teach nothing new and cost time at every training. */
    static final int DEFAULT_BUILDS = 2000;

    private int days = DEFAULT_DAYS;
    private int buildsPerJob = DEFAULT_BUILDS;
    private int rotateKeyDays;

    /** The defaults: a year, 2000 builds of a job, and a key for pseudonyms that stays. */
    @DataBoundConstructor
    public RetentionSettings() {
        // All is set by setters.
    }

    public int getDays() {
        return days;
    }

    /** How many days anything is kept; 0 for ever. */
    @DataBoundSetter
    public void setDays(int days) {
        this.days = Math.max(0, days);
    }

    public int getBuildsPerJob() {
        return buildsPerJob;
    }

    /** How many builds of each job are kept, the newest ones; 0 for all. */
    @DataBoundSetter
    public void setBuildsPerJob(int builds) {
        this.buildsPerJob = Math.max(0, builds);
    }

    public int getRotateKeyDays() {
        return rotateKeyDays;
    }

    /** After how many days the key of the pseudonyms is replaced; 0 for never. */
    @DataBoundSetter
    public void setRotateKeyDays(int days) {
        this.rotateKeyDays = Math.max(0, days);
    }

    /** The same for the engine. */
    public RetentionPolicy policy() {
        return new RetentionPolicy(
                days == 0 ? Optional.empty() : Optional.of(Duration.ofDays(days)),
                buildsPerJob == 0 ? OptionalInt.empty() : OptionalInt.of(buildsPerJob));
    }

    /** Describes it. */
    @Extension
    @Symbol("mlRetention")
    public static final class DescriptorImpl extends Descriptor<RetentionSettings> {
        private final transient JenkinsFacade jenkins = new JenkinsFacade();

        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.RetentionSettings_DisplayName();
        }

        /** Checks the number of days. */
        @POST
        public FormValidation doCheckDays(@QueryParameter String value) {
            jenkins.check(Jenkins.ADMINISTER);
            return FormValidation.validateNonNegativeInteger(value);
        }

        /** Checks the number of builds. */
        @POST
        public FormValidation doCheckBuildsPerJob(@QueryParameter String value) {
            jenkins.check(Jenkins.ADMINISTER);
            return FormValidation.validateNonNegativeInteger(value);
        }

        /** Checks the age of a key. */
        @POST
        public FormValidation doCheckRotateKeyDays(@QueryParameter String value) {
            jenkins.check(Jenkins.ADMINISTER);
            return FormValidation.validateNonNegativeInteger(value);
        }
    }
}
