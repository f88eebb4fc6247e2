package io.jenkins.plugins.mlci.logscan.cause;

import io.jenkins.plugins.mlci.logscan.anomaly.LineText;

/**
 * Tells, line after line, what happened after the build: clean-up, reports and uploads, which often fail because something failed before
 * them, and say so louder. Not thread-safe.
 */
final class Aftermath {
    private static final String POST_CONDITION = " post condition:";

    /** GitLab's last word. */
    private static final String JOB_FAILED = "ERROR: Job failed";

    private enum Part {
        BUILD,
        /** One condition of a {@code post} section, until the next step. */
        CONDITION,
        SECTION
    }

    private Part part = Part.BUILD;

    /** Whether the next line is of it. */
    boolean holds(LineText line, StockPhrase words) {
        switch (words) {
            case AFTERMATH -> {
                boolean condition = line.bytes()[0] == 'E';
                if (!condition) {
                    part = Part.SECTION;
                } else if (part == Part.BUILD && line.toString().contains(POST_CONDITION)) {
                    part = Part.CONDITION;
                }
            }
            case END_OF_AFTERMATH -> part = Part.BUILD;
            case REASON, EXIT -> part = line.toString().startsWith(JOB_FAILED) ? Part.BUILD : part;
            case STEP -> part = part == Part.CONDITION ? Part.BUILD : part;
            default -> {}
        }
        return part != Part.BUILD;
    }
}
