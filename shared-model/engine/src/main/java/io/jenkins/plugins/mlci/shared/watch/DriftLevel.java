package io.jenkins.plugins.mlci.shared.watch;

/** How far the world has moved from the one that was learned. */
public enum DriftLevel {
    /** Too little seen to say. */
    UNKNOWN,
    /** As learned. */
    STABLE,
    /** Moved: train again soon. */
    MOVED,
    /** Moved so far that predictions cannot be trusted: suspend or train again now. */
    BROKEN
}
