package io.jenkins.plugins.mlci.logscan.cause;

import java.util.List;

/**
 * Why a build failed, as far as its log says.
 *
 * @param ranges the lines that state it, the first one meant; they do not overlap; empty when nothing in the log looks like a cause
 * @param certainty how probable it is that the first line of the first range states a cause, from 0 to 1
 */
public record Causes(List<CauseRange> ranges, double certainty) {
    /** Nothing was found. */
    public static final Causes NONE = new Causes(List.of(), 0);

    public Causes {
        ranges = List.copyOf(ranges);
    }

    /** How many lines all ranges have. */
    public long lines() {
        return ranges.stream().mapToLong(CauseRange::lines).sum();
    }
}
