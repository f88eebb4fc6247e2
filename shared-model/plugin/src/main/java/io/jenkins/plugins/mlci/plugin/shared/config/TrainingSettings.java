package io.jenkins.plugins.mlci.plugin.shared.config;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.model.Label;
import hudson.scheduler.CronTabList;
import hudson.scheduler.Hash;
import hudson.util.FormValidation;
import io.jenkins.plugins.mlci.plugin.shared.jenkins.JenkinsFacade;
import java.util.Optional;
import jenkins.model.Jenkins;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** What training may cost. */
public final class TrainingSettings extends AbstractDescribableImpl<TrainingSettings> {
    static final String DEFAULT_SCHEDULE = "H H(0-5) * * *";
    static final int DEFAULT_MINUTES = 30;
    static final int DEFAULT_ROWS = 200_000;

    private String schedule = DEFAULT_SCHEDULE;
    private int minutes = DEFAULT_MINUTES;
    private int rows = DEFAULT_ROWS;
    private String agentLabel = "";

    /** The defaults: once a night, half an hour, 200,000 rows a model, on the controller. */
    @DataBoundConstructor
    public TrainingSettings() {
        // All is set by setters.
    }

    public String getSchedule() {
        return schedule;
    }

    /** When to train, in the syntax of Jenkins' build triggers; empty for never. */
    @DataBoundSetter
    public void setSchedule(String schedule) {
        this.schedule = Util.fixNull(schedule).trim();
    }

    public int getMinutes() {
        return minutes;
    }

    /** How long the training of all models may take each time, at least 1 minute. */
    @DataBoundSetter
    public void setMinutes(int minutes) {
        this.minutes = Math.max(1, minutes);
    }

    public int getRows() {
        return rows;
    }

    /** From how many rows one model may learn at most, the latest ones; at least 1000. */
    @DataBoundSetter
    public void setRows(int rows) {
        this.rows = Math.max(1000, rows);
    }

    public String getAgentLabel() {
        return agentLabel;
    }

    /** Label of the agents to train on; empty for the controller. */
    @DataBoundSetter
    public void setAgentLabel(String label) {
        this.agentLabel = Util.fixNull(label).trim();
    }

    /** The times at which to train; empty when the schedule is empty or cannot be read. */
    public Optional<CronTabList> times() {
        if (schedule.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(CronTabList.create(schedule, Hash.from("machine-learning-training")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Describes it. */
    @Extension
    @Symbol("mlTraining")
    public static final class DescriptorImpl extends Descriptor<TrainingSettings> {
        private final transient JenkinsFacade jenkins = new JenkinsFacade();

        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.TrainingSettings_DisplayName();
        }

        /** Checks the schedule. */
        @POST
        public FormValidation doCheckSchedule(@QueryParameter String value) {
            jenkins.check(Jenkins.ADMINISTER);
            String schedule = Util.fixNull(value).trim();
            if (schedule.isEmpty()) {
                return FormValidation.warning(Messages.TrainingSettings_Never());
            }
            try {
                CronTabList.create(schedule, Hash.from("machine-learning-training"));
                return FormValidation.ok();
            } catch (IllegalArgumentException e) {
                return FormValidation.error(Messages.TrainingSettings_BadSchedule(e.getMessage()));
            }
        }

        /** Checks the time. */
        @POST
        public FormValidation doCheckMinutes(@QueryParameter String value) {
            jenkins.check(Jenkins.ADMINISTER);
            return FormValidation.validatePositiveInteger(value);
        }

        /** Checks the number of rows. */
        @POST
        public FormValidation doCheckRows(@QueryParameter String value) {
            jenkins.check(Jenkins.ADMINISTER);
            return FormValidation.validateIntegerInRange(value, 1000, Integer.MAX_VALUE);
        }

        /** Checks that an agent has the label. */
        @POST
        public FormValidation doCheckAgentLabel(@QueryParameter String value) {
            jenkins.check(Jenkins.ADMINISTER);
            String label = Util.fixNull(value).trim();
            try {
                if (!label.isEmpty()) {
                    Label.parseExpression(label);
                }
                return label.isEmpty() || jenkins.agent(label).isPresent()
                        ? FormValidation.ok()
                        : FormValidation.warning(Messages.TrainingSettings_NoAgent(label));
            } catch (IllegalArgumentException e) {
                return FormValidation.error(Messages.TrainingSettings_BadLabel(e.getMessage()));
            }
        }
    }
}
