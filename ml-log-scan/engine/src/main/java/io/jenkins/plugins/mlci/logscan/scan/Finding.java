package io.jenkins.plugins.mlci.logscan.scan;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Objects;

/**
 * Lines of a log that matter.
 *
 * @param first number of the first line, from 1; lines end with {@code \n}, {@code \r\n} or a lone {@code \r}
 * @param last number of the last line
 * @param score from 0 to 1, how sure for a cause, how unusual for an anomaly
 * @param kind {@value #CAUSE}, or what differs from the good builds: {@code never_seen}, {@code rare}, {@code missing}, {@code too_many},
 *     {@code too_slow}, or {@code secret}
 * @param reason one sentence
 * @param text the first lines of it, secrets hidden; may be empty
 */
@JsonPropertyOrder({"first", "last", "score", "kind", "reason", "text"})
public record Finding(long first, long last, double score, String kind, String reason, List<String> text) {
    /** The kind of lines that state why the build failed. */
    public static final String CAUSE = "cause";

    /** The kind of lines that show a secret. */
    public static final String SECRET = "secret";

    public Finding {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(reason, "reason");
        text = List.copyOf(text);
    }
}
