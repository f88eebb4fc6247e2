package io.jenkins.plugins.mlci.plugin.logscan.publish;

import io.jenkins.plugins.mlci.plugin.logscan.report.Excerpt;
import io.jenkins.plugins.mlci.plugin.logscan.report.ScanReport;

/** Lines of a log as Markdown. A log may hold anything, also Markdown. */
final class Quotes {
    private Quotes() {}

    /** The causes with the lines around them, each with its numbers. */
    static String of(ScanReport report) {
        StringBuilder text = new StringBuilder();
        for (Excerpt excerpt : report.excerpts()) {
            text.append("Line ").append(excerpt.causeFirst()).append(":\n\n");
            String fence = fence(excerpt);
            text.append(fence).append('\n');
            long number = excerpt.first();
            for (String line : excerpt.lines()) {
                boolean cause = number >= excerpt.causeFirst() && number <= excerpt.causeLast();
                text.append(cause ? "> " : "  ").append(line).append('\n');
                number++;
            }
            text.append(fence).append("\n\n");
        }
        return text.toString();
    }

    /** Longer than any row of backticks inside. */
    private static String fence(Excerpt excerpt) {
        int longest = 2;
        for (String line : excerpt.lines()) {
            int row = 0;
            for (int i = 0; i < line.length(); i++) {
                row = line.charAt(i) == '`' ? row + 1 : 0;
                longest = Math.max(longest, row);
            }
        }
        return "`".repeat(longest + 1);
    }
}
