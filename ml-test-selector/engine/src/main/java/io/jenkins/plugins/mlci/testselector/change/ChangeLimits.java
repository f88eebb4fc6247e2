package io.jenkins.plugins.mlci.testselector.change;

/**
 * What reading a change may cost.
 *
 * @param files the most changed files; a larger change is cut and flagged
 * @param renames the most added or deleted files among which renames are searched by content
 * @param fileBytes the largest file whose lines are compared; a larger one counts as binary
 * @param commits the most commits whose authors and messages are read
 * @param messageChars the longest message
 */
public record ChangeLimits(int files, int renames, int fileBytes, int commits, int messageChars) {
    /** 20,000 files, renames among 400, files to 1 MiB, 5,000 commits, messages to 20,000 characters. */
    public static final ChangeLimits DEFAULT = new ChangeLimits(20_000, 400, 1 << 20, 5_000, 20_000);

    public ChangeLimits {
        if (files < 1 || renames < 0 || fileBytes < 1 || commits < 1 || messageChars < 1) {
            throw new IllegalArgumentException("Limits for reading a change must be at least 1");
        }
    }
}
