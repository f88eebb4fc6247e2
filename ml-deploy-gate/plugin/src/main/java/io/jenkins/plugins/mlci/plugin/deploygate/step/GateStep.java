package io.jenkins.plugins.mlci.plugin.deploygate.step;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Item;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.mlci.plugin.deploygate.config.Modes;
import io.jenkins.plugins.mlci.plugin.deploygate.policy.Freezes;
import io.jenkins.plugins.mlci.plugin.deploygate.policy.GeneralPolicyConfig;
import io.jenkins.plugins.mlci.plugin.deploygate.policy.PolicyCheck;
import io.jenkins.plugins.mlci.plugin.deploygate.policy.RiskPolicyConfig;
import io.jenkins.plugins.mlci.plugin.deploygate.policy.Waits;
import java.io.Serializable;
import java.util.Set;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** {@code mlDeployGate}: how likely a deployment is to fail, and whether it may go on. */
public final class GateStep extends Step implements Serializable {
    /** What happens when nobody approved in time: the build is aborted. */
    static final String ABORT = "abort";
    /** Or it fails. */
    static final String FAIL = "fail";

    private static final long serialVersionUID = 1L;

    private final String environment;
    private RiskPolicyConfig policy;
    private String mode = "";
    private String version = "";
    private String freezes = "";
    private boolean repairs;
    private boolean enforceUnproven;
    private String submitters = "";
    private int approvers = 1;
    private boolean excludeStarter;
    private String timeout = "";
    private String onTimeout = ABORT;
    private String overrideTime = "";

    @DataBoundConstructor
    public GateStep(String environment) {
        this.environment = Util.fixNull(environment).strip();
    }

    /** Where to, for example {@code prod}. */
    public String getEnvironment() {
        return environment;
    }

    /** From which risk on which verdict holds; null for what the administrator set. */
    public RiskPolicyConfig getPolicy() {
        return policy;
    }

    @DataBoundSetter
    public void setPolicy(RiskPolicyConfig policy) {
        this.policy = GeneralPolicyConfig.orNull(policy);
    }

    /** {@code advise}, {@code enforce}, or empty for what the administrator set. */
    public String getMode() {
        return mode;
    }

    @DataBoundSetter
    public void setMode(String mode) {
        this.mode = Util.fixNull(mode).strip();
    }

    /** What is deployed; empty for the commit of the build. */
    public String getVersion() {
        return version;
    }

    @DataBoundSetter
    public void setVersion(String version) {
        this.version = Util.fixNull(version).strip();
    }

    /** Freeze windows besides those that the administrator set, one a line. */
    public String getFreezes() {
        return freezes;
    }

    @DataBoundSetter
    public void setFreezes(String freezes) {
        this.freezes = Util.fixNull(freezes).strip();
    }

    /** Whether this deployment repairs an open incident, and so may pass a stopped line. */
    public boolean isRepairs() {
        return repairs;
    }

    @DataBoundSetter
    public void setRepairs(boolean repairs) {
        this.repairs = repairs;
    }

    /** Whether the risk binds also while too few outcomes are known to say how often it is right. */
    public boolean isEnforceUnproven() {
        return enforceUnproven;
    }

    @DataBoundSetter
    public void setEnforceUnproven(boolean enforceUnproven) {
        this.enforceUnproven = enforceUnproven;
    }

    /** Users and groups who may approve, separated by commas; empty for everyone who may build the job. */
    public String getSubmitters() {
        return submitters;
    }

    @DataBoundSetter
    public void setSubmitters(String submitters) {
        this.submitters = Util.fixNull(submitters).strip();
    }

    /** How many different people must approve. */
    public int getApprovers() {
        return approvers;
    }

    @DataBoundSetter
    public void setApprovers(int approvers) {
        this.approvers = approvers;
    }

    /** Whether who started the build may not approve. */
    public boolean isExcludeStarter() {
        return excludeStarter;
    }

    @DataBoundSetter
    public void setExcludeStarter(boolean excludeStarter) {
        this.excludeStarter = excludeStarter;
    }

    /** How long approval is waited for; empty for ever. */
    public String getTimeout() {
        return timeout;
    }

    @DataBoundSetter
    public void setTimeout(String timeout) {
        this.timeout = Util.fixNull(timeout).strip();
    }

    /** {@code abort} or {@code fail}: what happens to the build when nobody approved in time. */
    public String getOnTimeout() {
        return onTimeout;
    }

    @DataBoundSetter
    public void setOnTimeout(String onTimeout) {
        this.onTimeout = Util.fixEmptyAndTrim(onTimeout) == null ? ABORT : onTimeout.strip();
    }

    /** How long a blocked gate waits for somebody to override it; empty fails at once. */
    public String getOverrideTime() {
        return overrideTime;
    }

    @DataBoundSetter
    public void setOverrideTime(String overrideTime) {
        this.overrideTime = Util.fixNull(overrideTime).strip();
    }

    @Override
    public StepExecution start(StepContext context) {
        return new GateExecution(context, this);
    }

    /** Offers the step in pipelines. */
    @Extension
    public static final class DescriptorImpl extends StepDescriptor {
        @Override
        public String getFunctionName() {
            return "mlDeployGate";
        }

        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.GateStep_DisplayName();
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, TaskListener.class, FlowNode.class);
        }

        /** What a form shows before anybody chose: no policy, so that the administrator's goes on to hold. */
        public RiskPolicyConfig getDefaultPolicy() {
            return new GeneralPolicyConfig();
        }

        /** The modes. */
        @POST
        public ListBoxModel doFillModeItems(@AncestorInPath Item item) {
            PolicyCheck.checkMayConfigure(item);
            return Modes.items(Messages.GateStep_GeneralMode());
        }

        /** What happens when nobody approved in time. */
        @POST
        public ListBoxModel doFillOnTimeoutItems(@AncestorInPath Item item) {
            PolicyCheck.checkMayConfigure(item);
            ListBoxModel items = new ListBoxModel();
            items.add(Messages.GateStep_Abort(), ABORT);
            items.add(Messages.GateStep_Fail(), FAIL);
            return items;
        }

        /** Checks the name of the environment. */
        @POST
        public FormValidation doCheckEnvironment(@AncestorInPath Item item, @QueryParameter String value) {
            PolicyCheck.checkMayConfigure(item);
            return FormValidation.validateRequired(value);
        }

        /** Checks the freeze windows. */
        @POST
        public FormValidation doCheckFreezes(@AncestorInPath Item item, @QueryParameter String value) {
            return PolicyCheck.of(item, () -> Freezes.parse(value));
        }

        /** Checks how long is waited. */
        @POST
        public FormValidation doCheckTimeout(@AncestorInPath Item item, @QueryParameter String value) {
            return PolicyCheck.of(item, () -> Waits.parse(value));
        }

        /** Checks how long is waited. */
        @POST
        public FormValidation doCheckOverrideTime(@AncestorInPath Item item, @QueryParameter String value) {
            return PolicyCheck.of(item, () -> Waits.parse(value));
        }
    }
}
