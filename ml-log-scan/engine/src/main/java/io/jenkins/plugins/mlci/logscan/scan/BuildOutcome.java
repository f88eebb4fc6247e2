package io.jenkins.plugins.mlci.logscan.scan;

/** How a build ended, as far as the caller knows. */
public enum BuildOutcome {
    /** It failed: the likeliest cause is shown even if it is not likely. */
    FAILED,
    /** It is good: nothing is a cause of a failure. */
    GOOD,
    /** Nobody said, nor does the log: a cause is shown if something looks like one. */
    UNKNOWN
}
