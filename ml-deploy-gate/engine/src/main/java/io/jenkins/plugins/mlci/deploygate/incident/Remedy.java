package io.jenkins.plugins.mlci.deploygate.incident;

/** What can be done about an incident. */
public enum Remedy {
    /** Run what failed once more. */
    RETRY,
    /** Put the last good deployment back. */
    ROLL_BACK,
    /** Tell people. */
    NOTIFY
}
