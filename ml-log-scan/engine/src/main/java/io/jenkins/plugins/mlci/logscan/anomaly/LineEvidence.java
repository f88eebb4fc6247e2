package io.jenkins.plugins.mlci.logscan.anomaly;

import java.util.Objects;

/**
 * A line that was kept until the end of the log, with what is known of it: what cause, category and signature work on.
 *
 * @param number the line's number from 1, where {@code \n}, {@code \r\n} and a lone {@code \r} end a line
 * @param newlineNumber the same where only {@code \n} ends a line
 * @param content what the line says: cleaned, without the timestamps that lead it, with its indentation, secrets masked, cut where it is very long
 * @param millis when it was written, or {@link io.jenkins.plugins.mlci.logscan.line.Line#NO_TIME}
 * @param stage the stage the CI server marked; empty if none
 * @param noted whether the CI server itself wrote the line
 * @param template the id of its template
 * @param novelty from 0, all good builds have this very line, over about 0.5, they have its template with other words, to 1, none has
 *     anything like it; NaN where there is no good build
 * @param occurrences how many lines of this log, up to and with this one, had the same template
 */
public record LineEvidence(
        long number,
        long newlineNumber,
        LineText content,
        long millis,
        String stage,
        boolean noted,
        long template,
        double novelty,
        long occurrences) {
    public LineEvidence {
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(stage, "stage");
    }

    /** What the line says; bytes that are no UTF-8 become U+FFFD. */
    public String text() {
        return content.toString();
    }
}
