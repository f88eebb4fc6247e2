package io.jenkins.plugins.mlci.deploygate.policy;

/** What the gate says, the mildest first. */
public enum Verdict {
    /** Nothing speaks against it. */
    PROCEED,
    /** Only to a part first, and watch it. */
    CANARY,
    /** Only when people have looked at it. */
    APPROVE,
    /** Not now. */
    BLOCK;

    /** Whether this is at least as strict. */
    public boolean atLeast(Verdict other) {
        return compareTo(other) >= 0;
    }
}
