package io.jenkins.plugins.mlci.plugin.deploygate.web;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.Action;
import hudson.model.Run;
import io.jenkins.plugins.mlci.plugin.deploygate.policy.GateMode;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateAction;
import java.util.Collection;
import java.util.List;
import jenkins.model.TransientActionFactory;

/** Where people decide about the gates of a build. */
public final class ApprovalsAction implements Action {
    /** Where it is, below the build. */
    public static final String URL = "ml-deploy-gate-approvals";

    private final Run<?, ?> run;

    ApprovalsAction(Run<?, ?> run) {
        this.run = run;
    }

    public Run<?, ?> getRun() {
        return run;
    }

    /** The gates whose verdicts bind, those that wait first. */
    public List<GateForm> getGates() {
        return GateAction.entries(run).stream()
                .filter(entry -> entry.getMode() == GateMode.ENFORCE)
                .map(entry -> new GateForm(run, entry))
                .sorted((a, b) -> Boolean.compare(b.isWaiting(), a.isWaiting()))
                .toList();
    }

    /** One gate; null when there is none with this id. */
    public GateForm getGate(String id) {
        return GateAction.entries(run).stream()
                .filter(entry -> entry.getId().equals(id))
                .map(entry -> new GateForm(run, entry))
                .findFirst()
                .orElse(null);
    }

    @Override
    public String getIconFileName() {
        return getGates().isEmpty() ? null : "symbol-people";
    }

    @Override
    public String getDisplayName() {
        return Messages.ApprovalsAction_DisplayName();
    }

    @Override
    public String getUrlName() {
        return URL;
    }

    /** Adds it to builds with a gate. */
    @Extension
    @SuppressWarnings("rawtypes")
    public static final class Factory extends TransientActionFactory<Run> {
        @Override
        public Class<Run> type() {
            return Run.class;
        }

        @Override
        public Class<? extends Action> actionType() {
            return ApprovalsAction.class;
        }

        @NonNull
        @Override
        public Collection<? extends Action> createFor(@NonNull Run run) {
            return run.getAction(GateAction.class) == null ? List.of() : List.of(new ApprovalsAction(run));
        }
    }
}
