package io.jenkins.plugins.mlci.plugin.shared.store;

import java.time.Instant;

/**
 * How the history is doing.
 *
 * @param state whether it can be used
 * @param sentence why not, and what to do; empty unless it is broken
 * @param since when it came into this state
 */
public record StoreStatus(State state, String sentence, Instant since) {
    /** Whether the history can be used. */
    public enum State {
        /** Nobody has used it yet. */
        CLOSED,
        /** It works. */
        OPEN,
        /** It could not be used when it was used last. */
        BROKEN
    }

    /** Whether it could not be used when it was used last. */
    public boolean isBroken() {
        return state == State.BROKEN;
    }
}
