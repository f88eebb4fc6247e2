package io.jenkins.plugins.mlci.plugin.deploygate.approve;

import hudson.model.Run;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateAction;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateDecisions;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateEntry;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateState;
import io.jenkins.plugins.mlci.plugin.deploygate.record.Say;
import io.jenkins.plugins.mlci.plugin.deploygate.service.DecisionKeeper;
import io.jenkins.plugins.mlci.plugin.shared.access.AuditLog;
import io.jenkins.plugins.mlci.plugin.shared.jenkins.JenkinsFacade;
import jenkins.model.Jenkins;
import org.springframework.security.core.Authentication;

/** The decisions of the current user about one gate. Each is kept with the build and leaves a line in the audit log. */
public final class Decide {
    private final Run<?, ?> run;
    private final GateEntry entry;
    private final JenkinsFacade jenkins = new JenkinsFacade();

    /** About one gate of one build. */
    public Decide(Run<?, ?> run, GateEntry entry) {
        this.run = run;
        this.entry = entry;
    }

    /** Whether the current user may approve it now. */
    public boolean mayApprove() {
        Voter voter = voter();
        return entry.getState() == GateState.WAITING_FOR_APPROVAL && voter.mayApprove() && !hasApproved();
    }

    /** Whether the current user approved it already. */
    public boolean hasApproved() {
        return entry.getApprovals().stream().anyMatch(each -> each.isBy(jenkins.user()));
    }

    /** Whether the current user may not approve because the build was started by this user. */
    public boolean isLeftOut() {
        return voter().isLeftOut();
    }

    /** Whether the current user may reject it now. */
    public boolean mayReject() {
        return entry.getState() == GateState.WAITING_FOR_APPROVAL && voter().mayReject()
                || entry.getState() == GateState.WAITING_FOR_OVERRIDE && voter().mayOverride();
    }

    /** Whether the current user may pass over the verdict now. */
    public boolean mayOverride() {
        return entry.getState().isWaiting() && voter().mayOverride();
    }

    /**
     * Approves.
     *
     * @param reason may be empty
     */
    public void approve(String reason) throws Refusal {
        allowed(voter().mayApprove(), voter().isLeftOut() ? Messages.Decide_LeftOut() : Messages.Decide_NotSubmitter());
        Say say = say(reason);
        taken(new GateDecisions(action(), entry).approve(say));
        wrote("approved", say);
    }

    /**
     * Rejects.
     *
     * @param reason may be empty
     */
    public void reject(String reason) throws Refusal {
        boolean blocked = entry.getState() == GateState.WAITING_FOR_OVERRIDE;
        allowed(blocked ? voter().mayOverride() : voter().mayReject(), Messages.Decide_NotSubmitter());
        Say say = say(reason);
        taken(new GateDecisions(action(), entry).reject(say));
        wrote("rejected", say);
    }

    /**
     * Passes over the verdict.
     *
     * @param reason must not be empty
     */
    public void override(String reason) throws Refusal {
        allowed(voter().mayOverride(), Messages.Decide_NoOverride());
        Say say = say(reason);
        if (say.getReason().isEmpty()) {
            throw new Refusal(Refusal.Kind.INCOMPLETE, Messages.Decide_NoReason());
        }
        taken(new GateDecisions(action(), entry).override(say));
        wrote("overrode the gate for", say);
    }

    private Say say(String reason) {
        return new Say(jenkins.user(), jenkins.clock().instant(), reason);
    }

    private static void allowed(boolean may, String sentence) throws Refusal {
        if (!may) {
            throw new Refusal(Refusal.Kind.NOT_ALLOWED, sentence);
        }
    }

    private static void taken(boolean done) throws Refusal {
        if (!done) {
            throw new Refusal(Refusal.Kind.TOO_LATE, Messages.Decide_TooLate());
        }
    }

    private void wrote(String verb, Say say) {
        String why = say.getReason().isEmpty() ? "" : ": " + say.getReason();
        new AuditLog(jenkins)
                .did(verb + " the deployment of " + run.getFullDisplayName() + " to " + entry.getEnvironment() + why);
        if (!entry.getState().isWaiting()) {
            DecisionKeeper.keep(run, entry);
            GateQueue.get().decided(run, entry);
        }
    }

    private GateAction action() {
        return GateAction.of(run);
    }

    private Voter voter() {
        Authentication person = Jenkins.getAuthentication2();
        return new Voter(run, entry, person);
    }
}
