package io.jenkins.plugins.mlci.logscan.replay;

import java.util.List;

/**
 * What people said about the lines of a log.
 *
 * @param newlines how the numbers count: true where only {@code \n} ends a line, false where {@code \r\n} and a lone {@code \r} do too
 * @param signals ranges, each of which says something that must be seen; one line of it is enough
 * @param errors lines that state the cause
 * @param ignored lines that are neither right nor wrong, such as context
 */
public record LineLabels(boolean newlines, List<Range> signals, List<Range> errors, List<Range> ignored) {
    public LineLabels {
        signals = List.copyOf(signals);
        errors = List.copyOf(errors);
        ignored = List.copyOf(ignored);
    }

    /** Nothing is labelled. */
    public static LineLabels none() {
        return new LineLabels(true, List.of(), List.of(), List.of());
    }

    /** Lines from (inclusive) to (inclusive), from 1. */
    public record Range(long first, long last) {
        /** Whether the line is in it. */
        public boolean has(long line) {
            return line >= first && line <= last;
        }
    }

    /** Whether a line states the cause. */
    public boolean isError(long line) {
        return any(errors, line);
    }

    /** Whether a line does not count. */
    public boolean isIgnored(long line) {
        return any(ignored, line);
    }

    static boolean any(List<Range> ranges, long line) {
        for (Range range : ranges) {
            if (range.has(line)) {
                return true;
            }
        }
        return false;
    }
}
