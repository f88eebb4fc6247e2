package io.jenkins.plugins.mlci.plugin.deploygate.record;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** For whom and how long a gate waits. */
public final class WaitRule implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ArrayList<String> submitters;
    private final int approvers;
    private final boolean starterExcluded;
    private final long waitMillis;
    private final long overrideMillis;
    private final boolean timeoutFails;

    /**
     * A rule.
     *
     * @param submitters ids of users and groups who may approve; empty for everyone who may build the job
     * @param approvers how many different people must approve, at least 1
     * @param starterExcluded whether who started the build may not approve
     * @param waitMillis how long approval is waited for; 0 for ever
     * @param overrideMillis how long a blocked gate waits for an override; 0 fails at once
     * @param timeoutFails whether the build fails when nobody approved in time; otherwise it is aborted
     */
    public WaitRule(
            List<String> submitters,
            int approvers,
            boolean starterExcluded,
            long waitMillis,
            long overrideMillis,
            boolean timeoutFails) {
        this.submitters = new ArrayList<>(submitters);
        this.approvers = Math.max(1, approvers);
        this.starterExcluded = starterExcluded;
        this.waitMillis = Math.max(0, waitMillis);
        this.overrideMillis = Math.max(0, overrideMillis);
        this.timeoutFails = timeoutFails;
    }

    /** Ids of users and groups who may approve; empty for everyone who may build the job. */
    public List<String> getSubmitters() {
        return List.copyOf(submitters);
    }

    /** How many different people must approve. */
    public int getApprovers() {
        return approvers;
    }

    /** Whether who started the build may not approve. */
    public boolean isStarterExcluded() {
        return starterExcluded;
    }

    /** How long approval is waited for; 0 for ever. */
    public long getWaitMillis() {
        return waitMillis;
    }

    /** How long a blocked gate waits for an override; 0 fails at once. */
    public long getOverrideMillis() {
        return overrideMillis;
    }

    /** Whether the build fails when nobody approved in time; otherwise it is aborted. */
    public boolean isTimeoutFails() {
        return timeoutFails;
    }
}
