package io.jenkins.plugins.mlci.plugin.deploygate.step;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Item;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.util.FormValidation;
import io.jenkins.plugins.mlci.plugin.deploygate.policy.PolicyCheck;
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

/** {@code mlDeployment}: records what is deployed in a block, and how that went. */
public final class DeploymentStep extends Step implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String environment;
    private String version = "";

    @DataBoundConstructor
    public DeploymentStep(String environment) {
        this.environment = Util.fixNull(environment).strip();
    }

    /** Where to, for example {@code prod}. */
    public String getEnvironment() {
        return environment;
    }

    /** What is deployed; empty for the commit of the build. */
    public String getVersion() {
        return version;
    }

    @DataBoundSetter
    public void setVersion(String version) {
        this.version = Util.fixNull(version).strip();
    }

    @Override
    public StepExecution start(StepContext context) {
        return new DeploymentExecution(context, this);
    }

    /** Offers the step in pipelines. */
    @Extension
    public static final class DescriptorImpl extends StepDescriptor {
        @Override
        public String getFunctionName() {
            return "mlDeployment";
        }

        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.DeploymentStep_DisplayName();
        }

        @Override
        public boolean takesImplicitBlockArgument() {
            return true;
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, TaskListener.class, FlowNode.class);
        }

        /** Checks the name of the environment. */
        @POST
        public FormValidation doCheckEnvironment(@AncestorInPath Item item, @QueryParameter String value) {
            PolicyCheck.checkMayConfigure(item);
            return FormValidation.validateRequired(value);
        }
    }
}
