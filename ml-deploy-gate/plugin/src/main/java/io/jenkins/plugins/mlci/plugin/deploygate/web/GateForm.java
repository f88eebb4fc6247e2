package io.jenkins.plugins.mlci.plugin.deploygate.web;

import hudson.model.Run;
import hudson.util.HttpResponses;
import io.jenkins.plugins.mlci.plugin.deploygate.approve.Decide;
import io.jenkins.plugins.mlci.plugin.deploygate.approve.Refusal;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateEntry;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateState;
import io.jenkins.plugins.mlci.plugin.deploygate.record.Say;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.kohsuke.stapler.HttpRedirect;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.interceptor.RequirePOST;

/** One gate of a build as people decide about it. Who may do what is asked of {@link Decide} each time. */
public final class GateForm {
    private final Run<?, ?> run;
    private final GateEntry entry;
    private final Decide decide;

    GateForm(Run<?, ?> run, GateEntry entry) {
        this.run = run;
        this.entry = entry;
        this.decide = new Decide(run, entry);
    }

    public Run<?, ?> getRun() {
        return run;
    }

    public String getId() {
        return entry.getId();
    }

    public String getEnvironment() {
        return entry.getEnvironment();
    }

    /** The risk and what is advised, in one line. */
    public String getHeadline() {
        return entry.getHeadline();
    }

    public List<String> getReasons() {
        return entry.getReasons();
    }

    /** What became of it, in words. */
    public String getStateText() {
        return switch (entry.getState()) {
            case ADVISED -> Messages.GateForm_Advised();
            case PASSED -> Messages.GateForm_Passed();
            case WAITING_FOR_APPROVAL -> Messages.GateForm_Waiting(entry.getMissing());
            case WAITING_FOR_OVERRIDE -> Messages.GateForm_Blocked_Waiting();
            case APPROVED -> Messages.GateForm_Approved();
            case REJECTED -> Messages.GateForm_Rejected();
            case OVERRIDDEN -> Messages.GateForm_Overridden();
            case BLOCKED -> Messages.GateForm_Blocked();
            case TIMED_OUT -> Messages.GateForm_TimedOut();
            case ABORTED -> Messages.GateForm_Aborted();
            case NOT_ASSESSED -> Messages.GateForm_NotAssessed();
        };
    }

    /** Who may approve, in words. */
    public String getWho() {
        if (entry.getState() == GateState.WAITING_FOR_OVERRIDE) {
            return Messages.GateForm_Who_Override();
        }
        List<String> submitters = entry.getRule().getSubmitters();
        String who = submitters.isEmpty() ? Messages.GateForm_Who_Builders() : String.join(", ", submitters);
        return entry.getRule().isStarterExcluded() ? Messages.GateForm_Who_NotStarter(who) : who;
    }

    public boolean isWaiting() {
        return entry.getState().isWaiting();
    }

    /** Since when it waits, or when it was asked. */
    public Instant getTaken() {
        return entry.getTaken();
    }

    /** Until when it waits; empty for ever. */
    public String getDeadline() {
        return entry.getDeadline().map(Instant::toString).orElse("");
    }

    /** Until when a freeze holds; empty when none does. */
    public String getFrozenUntil() {
        return entry.getFrozenUntil().map(Instant::toString).orElse("");
    }

    public List<Say> getApprovals() {
        return entry.getApprovals();
    }

    /** Null when nobody rejected. */
    public Say getRejection() {
        return entry.getRejection().orElse(null);
    }

    /** Null when nobody overrode. */
    public Say getOverride() {
        return entry.getOverride().orElse(null);
    }

    /** Whether the current user may approve now. */
    public boolean isApprovable() {
        return decide.mayApprove();
    }

    /** Whether the current user may reject now. */
    public boolean isRejectable() {
        return decide.mayReject();
    }

    /** Whether the current user may override now. */
    public boolean isOverridable() {
        return decide.mayOverride();
    }

    /** Why the current user cannot approve, where that is worth saying; else empty. */
    public String getHint() {
        if (!isWaiting()) {
            return "";
        }
        if (decide.hasApproved()) {
            return Messages.GateForm_ApprovedAlready();
        }
        return entry.getState() == GateState.WAITING_FOR_APPROVAL && decide.isLeftOut()
                ? Messages.GateForm_LeftOut()
                : "";
    }

    /** The state for programs, in lower case. */
    public String getState() {
        return entry.getState().name().toLowerCase(Locale.ROOT);
    }

    /** Approves, with a reason or without. */
    @RequirePOST
    public HttpResponse doApprove(@QueryParameter String reason) {
        return answer(() -> decide.approve(reason));
    }

    /** Rejects, with a reason or without. */
    @RequirePOST
    public HttpResponse doReject(@QueryParameter String reason) {
        return answer(() -> decide.reject(reason));
    }

    /** Passes over the verdict, with a reason. */
    @RequirePOST
    public HttpResponse doOverride(@QueryParameter String reason) {
        return answer(() -> decide.override(reason));
    }

    private interface Decision {
        void take() throws Refusal;
    }

    private HttpResponse answer(Decision decision) {
        try {
            decision.take();
            return new HttpRedirect("../..");
        } catch (Refusal e) {
            int code =
                    switch (e.getKind()) {
                        case NOT_ALLOWED -> HttpServletResponse.SC_FORBIDDEN;
                        case TOO_LATE -> HttpServletResponse.SC_CONFLICT;
                        case INCOMPLETE -> HttpServletResponse.SC_BAD_REQUEST;
                    };
            return HttpResponses.errorWithoutStack(code, e.getMessage());
        }
    }
}
