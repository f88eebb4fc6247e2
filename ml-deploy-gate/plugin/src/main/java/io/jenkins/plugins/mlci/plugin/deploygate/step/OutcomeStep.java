package io.jenkins.plugins.mlci.plugin.deploygate.step;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Item;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.mlci.plugin.deploygate.policy.PolicyCheck;
import java.io.Serializable;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.verb.POST;

/** {@code mlRecordOutcome}: what became known of a deployment later. */
public final class OutcomeStep extends Step implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String DEPLOYMENT = "deployment";

    private final TreeMap<String, String> parts = new TreeMap<>();
    private String type = DEPLOYMENT;

    @DataBoundConstructor
    public OutcomeStep() {}

    /** What a report consists of, as the reader of reports takes it. */
    Map<String, String> parts() {
        Map<String, String> all = new TreeMap<>(parts);
        all.put("type", type);
        if (type.equals("resolution")) {
            all.put("how", all.getOrDefault("text", ""));
            all.remove("text");
        } else if (type.equals(DEPLOYMENT) && all.containsKey("text")) {
            all.put("note", all.remove("text"));
        }
        return all;
    }

    private String part(String name) {
        return parts.getOrDefault(name, "");
    }

    private void part(String name, String value) {
        if (Util.fixEmptyAndTrim(value) == null) {
            parts.remove(name);
        } else {
            parts.put(name, value.strip());
        }
    }

    /** {@code deployment}, {@code incident} or {@code resolution}. */
    public String getType() {
        return type;
    }

    @DataBoundSetter
    public void setType(String type) {
        this.type = Util.fixEmptyAndTrim(type) == null ? DEPLOYMENT : type.strip();
    }

    public String getDeployment() {
        return part(DEPLOYMENT);
    }

    @DataBoundSetter
    public void setDeployment(String deployment) {
        part(DEPLOYMENT, deployment);
    }

    public String getEnvironment() {
        return part("environment");
    }

    @DataBoundSetter
    public void setEnvironment(String environment) {
        part("environment", environment);
    }

    public String getJob() {
        return part("job");
    }

    @DataBoundSetter
    public void setJob(String job) {
        part("job", job);
    }

    public String getVersion() {
        return part("version");
    }

    @DataBoundSetter
    public void setVersion(String version) {
        part("version", version);
    }

    public String getResult() {
        return part("result");
    }

    @DataBoundSetter
    public void setResult(String result) {
        part("result", result);
    }

    public String getAt() {
        return part("at");
    }

    @DataBoundSetter
    public void setAt(String at) {
        part("at", at);
    }

    public String getKey() {
        return part("key");
    }

    @DataBoundSetter
    public void setKey(String key) {
        part("key", key);
    }

    public String getId() {
        return part("id");
    }

    @DataBoundSetter
    public void setId(String id) {
        part("id", id);
    }

    public String getTitle() {
        return part("title");
    }

    @DataBoundSetter
    public void setTitle(String title) {
        part("title", title);
    }

    /** The description, what resolved it, or a note: as the type has it. */
    public String getText() {
        return part("text");
    }

    @DataBoundSetter
    public void setText(String text) {
        part("text", text);
    }

    public String getSource() {
        return part("source");
    }

    @DataBoundSetter
    public void setSource(String source) {
        part("source", source);
    }

    public String getCategory() {
        return part("category");
    }

    @DataBoundSetter
    public void setCategory(String category) {
        part("category", category);
    }

    public String getPriority() {
        return part("priority");
    }

    @DataBoundSetter
    public void setPriority(String priority) {
        part("priority", priority);
    }

    @Override
    public StepExecution start(StepContext context) {
        return new OutcomeExecution(context, this);
    }

    /** Offers the step in pipelines. */
    @Extension
    public static final class DescriptorImpl extends StepDescriptor {
        @Override
        public String getFunctionName() {
            return "mlRecordOutcome";
        }

        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.OutcomeStep_DisplayName();
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, TaskListener.class, FlowNode.class);
        }

        /** What can be recorded. */
        @POST
        public ListBoxModel doFillTypeItems(@AncestorInPath Item item) {
            PolicyCheck.checkMayConfigure(item);
            ListBoxModel items = new ListBoxModel();
            items.add(Messages.OutcomeStep_Deployment(), DEPLOYMENT);
            items.add(Messages.OutcomeStep_Incident(), "incident");
            items.add(Messages.OutcomeStep_Resolution(), "resolution");
            return items;
        }

        /** How a deployment can go. */
        @POST
        public ListBoxModel doFillResultItems(@AncestorInPath Item item) {
            PolicyCheck.checkMayConfigure(item);
            ListBoxModel items = new ListBoxModel();
            items.add("", "");
            for (String each : new String[] {"success", "failure", "rolled-back", "incident", "aborted"}) {
                items.add(each, each);
            }
            return items;
        }
    }
}
