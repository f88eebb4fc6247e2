package io.jenkins.plugins.mlci.plugin.logscan.step;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.AbortException;
import hudson.Extension;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code mlScanLog()} scans what the build has written so far. */
public final class LogScanStep extends Step implements Serializable {
    private static final long serialVersionUID = 1L;

    private List<LogGate> gates = new ArrayList<>();

    @DataBoundConstructor
    public LogScanStep() {}

    /** What the log may show; null for anything. */
    public List<LogGate> getGates() {
        return gates.isEmpty() ? null : List.copyOf(gates);
    }

    @DataBoundSetter
    public void setGates(List<LogGate> gates) {
        this.gates = new ArrayList<>(gates == null ? List.of() : gates);
    }

    List<LogGate> gates() {
        return gates;
    }

    @Override
    public StepExecution start(StepContext context) throws AbortException {
        LogGate.check(gates);
        return new ScanExecution(context, this);
    }

    /** Names the step. */
    @Extension
    public static final class DescriptorImpl extends StepDescriptor {
        @Override
        public String getFunctionName() {
            return "mlScanLog";
        }

        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.LogScanStep_DisplayName();
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, TaskListener.class, FlowNode.class);
        }
    }
}
