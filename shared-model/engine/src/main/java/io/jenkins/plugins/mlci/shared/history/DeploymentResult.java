package io.jenkins.plugins.mlci.shared.history;

/** How a deployment went, as far as it was known at some time. */
public enum DeploymentResult {
    SUCCEEDED,
    /** It did not get through. */
    FAILED,
    /** It got through and was taken back. */
    ROLLED_BACK,
    /** It got through and caused an incident. */
    INCIDENT,
    /** It was given up for a reason that says nothing about the change. */
    ABORTED;

    /** Whether it counts as a failed change (change failure rate in the sense of DORA). */
    public boolean isFailure() {
        return this == FAILED || this == ROLLED_BACK || this == INCIDENT;
    }
}
