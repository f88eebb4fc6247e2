package io.jenkins.plugins.mlci.logscan.scan;

import java.util.Objects;

/**
 * Something that is worth saying while the log is still written.
 *
 * @param line the number of the line
 * @param kind {@code secret}, or {@code never_seen} for a line that tells of trouble and that no good build has, or {@code error} where
 *     there is no good build to compare with
 * @param text the line, secrets hidden
 */
public record Alert(long line, String kind, String text) {
    /** The kind of an alert that rests on the words of the line alone. */
    public static final String ERROR = "error";

    public Alert {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(text, "text");
    }
}
