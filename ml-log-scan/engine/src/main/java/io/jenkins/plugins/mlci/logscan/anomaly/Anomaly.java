package io.jenkins.plugins.mlci.logscan.anomaly;

import java.util.Objects;

/**
 * Lines that differ from the baseline.
 *
 * @param first number of the first line, from 1, counted as {@link io.jenkins.plugins.mlci.logscan.line.Line#number()}
 * @param last number of the last line, at least {@code first}
 * @param score how far from normal, from 0 to 1
 * @param kind what differs
 * @param reason one sentence for the reader; never contains a secret
 */
public record Anomaly(long first, long last, double score, AnomalyKind kind, String reason) {
    public Anomaly {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(reason, "reason");
        if (first < 1 || last < first) {
            throw new IllegalArgumentException("Lines " + first + " to " + last + " are no range.");
        }
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("A score is from 0 to 1, not " + score + ".");
        }
    }
}
