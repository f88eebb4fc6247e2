package io.jenkins.plugins.mlci.plugin.logscan.page;

import io.jenkins.plugins.mlci.plugin.logscan.report.Excerpt;
import io.jenkins.plugins.mlci.plugin.logscan.scan.Opinion;
import java.util.ArrayList;
import java.util.List;

/** A cause with the lines around it, and what a person said about it. */
public final class Quote {
    private final Excerpt excerpt;
    private final String reason;
    private final Opinion opinion;

    Quote(Excerpt excerpt, String reason, Opinion opinion) {
        this.excerpt = excerpt;
        this.reason = reason;
        this.opinion = opinion;
    }

    /** Number of the first line of the cause. */
    public long getFirst() {
        return excerpt.causeFirst();
    }

    /** What speaks for it, a sentence; empty when that was not kept. */
    public String getReason() {
        return reason;
    }

    /** {@code cause}, {@code noise} or {@code none}. */
    public String getOpinion() {
        return opinion.key();
    }

    /** The lines. */
    public List<QuotedLine> getLines() {
        List<QuotedLine> lines = new ArrayList<>();
        long number = excerpt.first();
        for (String text : excerpt.lines()) {
            lines.add(new QuotedLine(number, text, number >= excerpt.causeFirst() && number <= excerpt.causeLast()));
            number++;
        }
        return lines;
    }
}
