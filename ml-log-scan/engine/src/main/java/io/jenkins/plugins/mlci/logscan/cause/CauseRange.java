package io.jenkins.plugins.mlci.logscan.cause;

import java.util.List;
import java.util.Objects;

/**
 * Lines that state why a build failed.
 *
 * @param first number of the first line, from 1, counted as {@link io.jenkins.plugins.mlci.logscan.line.Line#number()}
 * @param last number of the last line, at least {@code first}
 * @param firstNewline the number of the first line where only {@code \n} ends a line
 * @param score how probable it is that these lines state the cause, from 0 to 1
 * @param reason what speaks for them, a sentence
 * @param text the lines that were kept of it, at most {@link CauseRanker#MOST_TEXT}; secrets are masked
 */
public record CauseRange(long first, long last, long firstNewline, double score, String reason, List<String> text) {
    public CauseRange {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(text, "text");
        text = List.copyOf(text);
        if (first < 1 || last < first) {
            throw new IllegalArgumentException("Lines " + first + " to " + last + " are no range.");
        }
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("A score is from 0 to 1, not " + score + ".");
        }
    }

    /** How many lines it has. */
    public long lines() {
        return last - first + 1;
    }
}
