package io.jenkins.plugins.mlci.logscan.baseline;

import io.jenkins.plugins.mlci.logscan.template.Form;

/** What one log shows of one wording. Collected while the log is read. */
public final class FormUse {
    private final Form form;
    private final KnownForm known;
    private final long first;
    private long last;
    private long count;
    private long gapMillis = -1;
    private long gapLine;
    private long stages;
    private boolean newLinesBehind;

    /**
     * @param known what the good builds showed of it; null for nothing
     * @param first number of the first line
     */
    public FormUse(Form form, KnownForm known, long first) {
        this.form = form;
        this.known = known;
        this.first = first;
        this.last = first;
    }

    /** Counts a line in the stage of that number, from 0 to {@link Baseline#MOST_STAGES}. */
    public void seen(long line, int stage) {
        count++;
        last = line;
        stages |= 1L << stage;
    }

    /** Says how long it took from a line until the next. */
    public void gap(long millis, long line) {
        if (millis > gapMillis) {
            gapMillis = millis;
            gapLine = line;
        }
    }

    /** Says that a line that no good build had stood behind one of these. */
    public void newLineBehind() {
        newLinesBehind = true;
    }

    public Form form() {
        return form;
    }

    /** What the good builds showed; null for nothing. */
    public KnownForm known() {
        return known;
    }

    public long first() {
        return first;
    }

    public long last() {
        return last;
    }

    public long count() {
        return count;
    }

    /** The longest time until the next line; -1 where no line had a time. */
    public long gapMillis() {
        return gapMillis;
    }

    /** The line before that time. */
    public long gapLine() {
        return gapLine;
    }

    /** The stages that had it, one bit each. */
    public long stages() {
        return stages;
    }

    public boolean newLinesBehind() {
        return newLinesBehind;
    }
}
