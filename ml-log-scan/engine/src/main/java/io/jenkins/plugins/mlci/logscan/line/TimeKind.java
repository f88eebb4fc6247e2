package io.jenkins.plugins.mlci.logscan.line;

/** What the time of a line counts from. Only times of one kind can be compared. */
public enum TimeKind {
    /** The line has no time. */
    NONE,
    /** Milliseconds since 1970 UTC; a time without a zone is taken as UTC. */
    INSTANT,
    /** A date without a year: milliseconds since the start of some year. */
    DAY_OF_YEAR,
    /** A time without a date: milliseconds since some midnight. */
    TIME_OF_DAY,
    /** Milliseconds since something started. */
    ELAPSED
}
