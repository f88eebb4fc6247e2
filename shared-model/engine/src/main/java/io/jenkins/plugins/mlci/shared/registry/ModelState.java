package io.jenkins.plugins.mlci.shared.registry;

/** Where a model version, or a scope as a whole, stands. */
public enum ModelState {
    /** No version yet: history is being collected. */
    COLLECTING,
    /** Predicts and is compared with what happens, but decides nothing. */
    OBSERVING,
    /** In force. */
    ACTIVE,
    /** Was in force and must not be used until somebody or a better version says otherwise. */
    SUSPENDED,
    /** Was in force and gave way to a later version; rollback goes back to it. */
    RETIRED
}
