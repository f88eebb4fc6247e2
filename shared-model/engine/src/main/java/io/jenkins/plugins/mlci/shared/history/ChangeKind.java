package io.jenkins.plugins.mlci.shared.history;

/** What a change did to a file. */
public enum ChangeKind {
    ADDED,
    MODIFIED,
    DELETED,
    RENAMED
}
