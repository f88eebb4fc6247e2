package io.jenkins.plugins.mlci.plugin.logscan.step;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.AbortException;
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
 * {@code mlWatchLog { ... }} watches the log of a block while it is written, and scans when the block has ended. It has a name of its
 * own since a Pipeline step either takes a block or does not.
 */
public final class WatchLogStep extends Step implements Serializable {
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
    public WatchLogStep() {}

    /** What the log may show; null for anything. */
    public List<LogGate> getGates() {
        return gates.isEmpty() ? null : List.copyOf(gates);
    }

    @DataBoundSetter
    public void setGates(List<LogGate> gates) {
        this.gates = new ArrayList<>(gates == null ? List.of() : gates);
    }

    /** What an alert does: {@code warn}, {@code unstable} or {@code stop}; null for the default. */
    public String getOnAlert() {
        return onAlert.equals(WARN) ? null : onAlert;
    }

    @DataBoundSetter
    public void setOnAlert(String onAlert) {
        this.onAlert = onAlert == null ? WARN : onAlert.trim().toLowerCase(Locale.ROOT);
    }

    List<LogGate> gates() {
        return gates;
    }

    String onAlert() {
        return onAlert;
    }

    @Override
    public StepExecution start(StepContext context) throws AbortException {
        Words.check("onAlert of mlWatchLog", onAlert, List.of(WARN, UNSTABLE, STOP));
        LogGate.check(gates);
        return new WatchExecution(context, this);
    }

    /** Names the step. */
    @Extension
    public static final class DescriptorImpl extends StepDescriptor {
        @Override
        public String getFunctionName() {
            return "mlWatchLog";
        }

        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.WatchLogStep_DisplayName();
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
            items.add(Messages.WatchLogStep_Warn(), WARN);
            items.add(Messages.WatchLogStep_Unstable(), UNSTABLE);
            items.add(Messages.WatchLogStep_Stop(), STOP);
            return items;
        }
    }
}
