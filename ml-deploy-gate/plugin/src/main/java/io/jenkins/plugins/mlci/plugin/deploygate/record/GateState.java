package io.jenkins.plugins.mlci.plugin.deploygate.record;

/** What became of a gate. */
public enum GateState {
    /** Only said; the deployment goes on. */
    ADVISED(true),
    /** The verdict let it through. */
    PASSED(true),
    /** Waits for people to approve. */
    WAITING_FOR_APPROVAL(false),
    /** Blocked, and waits for somebody to override. */
    WAITING_FOR_OVERRIDE(false),
    /** Enough people approved. */
    APPROVED(true),
    /** Somebody rejected it. */
    REJECTED(false),
    /** Somebody with the permission passed over the verdict. */
    OVERRIDDEN(true),
    /** Blocked. */
    BLOCKED(false),
    /** Nobody decided in time. */
    TIMED_OUT(false),
    /** The build was stopped while it waited. */
    ABORTED(false),
    /** It could not be assessed, so it was let through. */
    NOT_ASSESSED(true);

    private final boolean open;

    GateState(boolean open) {
        this.open = open;
    }

    /** Whether the deployment may go on. */
    public boolean isOpen() {
        return open;
    }

    /** Whether people are waited for. */
    public boolean isWaiting() {
        return this == WAITING_FOR_APPROVAL || this == WAITING_FOR_OVERRIDE;
    }
}
