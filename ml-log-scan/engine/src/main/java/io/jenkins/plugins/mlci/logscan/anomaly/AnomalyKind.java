package io.jenkins.plugins.mlci.logscan.anomaly;

/** How lines differ from what the job's good builds show. */
public enum AnomalyKind {
    /** No good build has such a line. */
    NEVER_SEEN,
    /** Few good builds have such a line. */
    RARE,
    /** The good builds have such lines, this build does not. */
    MISSING,
    /** Many more such lines than in any good build. */
    TOO_MANY,
    /** More time passed than in the good builds. */
    TOO_SLOW,
    /** A password, a key or a token was printed. */
    SECRET
}
