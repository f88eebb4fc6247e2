package io.jenkins.plugins.mlci.plugin.shared.config;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.BulkChange;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.Util;
import hudson.model.PersistentDescriptor;
import hudson.util.FormValidation;
import io.jenkins.plugins.mlci.plugin.shared.config.CapabilityDefaults.CapabilityDescriptor;
import io.jenkins.plugins.mlci.plugin.shared.config.HistoryPlace.HistoryPlaceDescriptor;
import io.jenkins.plugins.mlci.plugin.shared.jenkins.JenkinsFacade;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jenkins.model.GlobalConfiguration;
import jenkins.model.Jenkins;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/** The settings of all machine learning plugins. Whoever changes nothing gets observe mode with the embedded history. */
@Extension
@Symbol("machineLearning")
public class MachineLearningConfiguration extends GlobalConfiguration implements PersistentDescriptor {
    private final transient JenkinsFacade jenkins = new JenkinsFacade();

    private String includeJobs = "**";
    private String excludeJobs = "";
    private HistoryPlace history = new EmbeddedHistory();
    private RetentionSettings retention = new RetentionSettings();
    private TrainingSettings training = new TrainingSettings();
    private DecisionMode mode = DecisionMode.OBSERVE;
    private List<CapabilityDefaults> capabilities = new ArrayList<>();

    /** The settings. */
    public static MachineLearningConfiguration get() {
        return ExtensionList.lookupSingleton(MachineLearningConfiguration.class);
    }

    @NonNull
    @Override
    public String getDisplayName() {
        return Messages.MachineLearningConfiguration_DisplayName();
    }

    @Override
    public boolean configure(StaplerRequest2 request, JSONObject json) throws FormException {
        try (BulkChange change = new BulkChange(this)) {
            // A list without entries is not in the form at all.
            capabilities = new ArrayList<>();
            request.bindJSON(this, json);
            change.commit();
        } catch (IOException e) {
            throw new FormException(e, "machineLearning");
        }
        return true;
    }

    /** The settings of one plugin; its own defaults where nobody set any. */
    public <T extends CapabilityDefaults> Optional<T> defaults(Class<T> type) {
        return capabilities.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    /** Which jobs are learned from. */
    public JobFilter jobFilter() {
        return JobFilter.of(includeJobs, excludeJobs);
    }

    public String getIncludeJobs() {
        return includeJobs;
    }

    /** Patterns of the jobs to learn from, one a line. */
    @DataBoundSetter
    public void setIncludeJobs(String patterns) {
        this.includeJobs = Util.fixNull(patterns).isBlank() ? "**" : patterns.trim();
        save();
    }

    public String getExcludeJobs() {
        return excludeJobs;
    }

    /** Patterns of the jobs to leave out, one a line. */
    @DataBoundSetter
    public void setExcludeJobs(String patterns) {
        this.excludeJobs = Util.fixNull(patterns).trim();
        save();
    }

    public HistoryPlace getHistory() {
        return history;
    }

    /** Where the history is kept. */
    @DataBoundSetter
    public void setHistory(HistoryPlace history) {
        this.history = history == null ? new EmbeddedHistory() : history;
        save();
    }

    public RetentionSettings getRetention() {
        return retention;
    }

    /** How long it is kept. */
    @DataBoundSetter
    public void setRetention(RetentionSettings retention) {
        this.retention = retention == null ? new RetentionSettings() : retention;
        save();
    }

    public TrainingSettings getTraining() {
        return training;
    }

    /** What training may cost. */
    @DataBoundSetter
    public void setTraining(TrainingSettings training) {
        this.training = training == null ? new TrainingSettings() : training;
        save();
    }

    public DecisionMode getMode() {
        return mode;
    }

    /** Whether decisions have an effect where a step does not say so itself. */
    @DataBoundSetter
    public void setMode(DecisionMode mode) {
        this.mode = mode == null ? DecisionMode.OBSERVE : mode;
        save();
    }

    public List<CapabilityDefaults> getCapabilities() {
        return List.copyOf(capabilities);
    }

    /** The defaults of the plugins. */
    @DataBoundSetter
    public void setCapabilities(List<CapabilityDefaults> capabilities) {
        this.capabilities = new ArrayList<>(capabilities == null ? List.of() : capabilities);
        save();
    }

    /** The places to choose from, for the form. */
    public List<HistoryPlaceDescriptor> getHistoryPlaces() {
        return HistoryPlaceDescriptor.all();
    }

    /** The plugins that have defaults, for the form. */
    public List<CapabilityDescriptor> getCapabilityDescriptors() {
        return CapabilityDescriptor.all();
    }

    /** Checks the patterns of the jobs to learn from. */
    @POST
    public FormValidation doCheckIncludeJobs(@QueryParameter String value) {
        return check(value);
    }

    /** Checks the patterns of the jobs to leave out. */
    @POST
    public FormValidation doCheckExcludeJobs(@QueryParameter String value) {
        return check(value);
    }

    private FormValidation check(String patterns) {
        jenkins.check(Jenkins.ADMINISTER);
        boolean startsAtRoot =
                Util.fixNull(patterns).lines().anyMatch(line -> line.trim().startsWith("/"));
        return startsAtRoot
                ? FormValidation.warning(Messages.MachineLearningConfiguration_LeadingSlash())
                : FormValidation.ok();
    }

    /** Settings of a plugin that is gone must not break those of the others. */
    protected Object readResolve() {
        history = history == null ? new EmbeddedHistory() : history;
        retention = retention == null ? new RetentionSettings() : retention;
        training = training == null ? new TrainingSettings() : training;
        mode = mode == null ? DecisionMode.OBSERVE : mode;
        capabilities = capabilities == null ? new ArrayList<>() : capabilities;
        return this;
    }
}
