package io.jenkins.plugins.mlci.shared.history;

/** What a change did to a file. */
public enum ChangeKind {
    ADDED,
    MODIFIED,
    DELETED,
    RENAMED,
    /** It is a submodule, which was added, taken away or moved to another commit: what is inside is not in the change. */
    SUBMODULE
}
