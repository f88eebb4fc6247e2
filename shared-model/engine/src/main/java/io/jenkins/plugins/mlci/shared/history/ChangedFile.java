package io.jenkins.plugins.mlci.shared.history;

/**
 * One file of a change set.
 *
 * @param kind what happened to it
 * @param path its path from the repository's root with {@code /}; for a deleted file the path that it had
 * @param oldPath the path before a rename, otherwise the empty string
 * @param added lines added, or -1 when unknown (a binary file)
 * @param deleted lines deleted, or -1 when unknown
 */
public record ChangedFile(ChangeKind kind, String path, String oldPath, int added, int deleted) {}
