package io.jenkins.plugins.mlci.plugin.logscan.report;

import java.util.List;

/**
 * Lines of a log around a range.
 *
 * @param first number of the first line shown
 * @param causeFirst number of the first line of the range
 * @param causeLast number of the last line of the range
 * @param lines without colours and times, secrets hidden
 */
public record Excerpt(long first, long causeFirst, long causeLast, List<String> lines) {
    public Excerpt {
        lines = List.copyOf(lines);
    }
}
