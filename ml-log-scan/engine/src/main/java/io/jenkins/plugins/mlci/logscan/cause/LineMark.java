package io.jenkins.plugins.mlci.logscan.cause;

/** What people say about a line of a log that a ranker learns from. */
public enum LineMark {
    /** It says what went wrong: the line to read first. */
    HEADLINE,
    /** It belongs to what states the cause. */
    CAUSE,
    /** Neither right nor wrong; nothing is learned from it. */
    UNCLEAR,
    /** It has nothing to do with the cause. */
    OTHER
}
