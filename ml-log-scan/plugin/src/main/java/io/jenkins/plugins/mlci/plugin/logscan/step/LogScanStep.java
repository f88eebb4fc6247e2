package io.jenkins.plugins.mlci.plugin.logscan.step;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.util.ListBoxModel;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.verb.POST;

/**
 * {@code mlScanLog()} scans what the build has written so far; {@code mlScanLog { ... }} watches the block while it writes and scans
 * when it fails.
 */
public final class LogScanStep extends Step implements Serializable {
    /** Alerts are printed. */
    static final String WARN = "warn";
    /** Alerts are printed and make the build unstable. */
    static final String UNSTABLE = "unstable";
    /** The first alert stops the block. */
    static final String STOP = "stop";

    private static final long serialVersionUID = 1L;

    private List<LogGate> gates = new ArrayList<>();
    private String onAlert = WARN;

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

    /** What an alert does while a block is watched: {@code warn}, {@code unstable} or {@code stop}; null for the default. */
    public String getOnAlert() {
        return onAlert.equals(WARN) ? null : onAlert;
    }

    @DataBoundSetter
    public void setOnAlert(String onAlert) {
        String lower = onAlert == null ? WARN : onAlert.trim().toLowerCase(Locale.ROOT);
        this.onAlert = Set.of(UNSTABLE, STOP).contains(lower) ? lower : WARN;
    }

    List<LogGate> gates() {
        return gates;
    }

    String onAlert() {
        return onAlert;
    }

    @Override
    public StepExecution start(StepContext context) throws Exception {
        return context.hasBody() ? new WatchExecution(context, this) : new ScanExecution(context, this);
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
        public boolean takesImplicitBlockArgument() {
            return true;
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, TaskListener.class, FlowNode.class);
        }

        /** What an alert may do. */
        @POST
        public ListBoxModel doFillOnAlertItems() {
            Jenkins.get().checkPermission(Jenkins.READ);
            ListBoxModel items = new ListBoxModel();
            items.add(Messages.LogScanStep_Warn(), WARN);
            items.add(Messages.LogScanStep_Unstable(), UNSTABLE);
            items.add(Messages.LogScanStep_Stop(), STOP);
            return items;
        }
    }
}
