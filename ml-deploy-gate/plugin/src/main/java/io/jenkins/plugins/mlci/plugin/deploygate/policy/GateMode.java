package io.jenkins.plugins.mlci.plugin.deploygate.policy;

import java.util.Locale;
import java.util.Optional;

/** Whether a verdict binds. */
public enum GateMode {
    /** The gate only says what it would do; it never waits and never fails. */
    ADVISE,
    /** What is to be approved waits for people, and what is blocked fails. */
    ENFORCE;

    /** As an author writes it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The mode with this name, in any case; empty for anything else. */
    public static Optional<GateMode> named(String text) {
        for (GateMode mode : values()) {
            if (mode.name().equalsIgnoreCase(text == null ? "" : text.strip())) {
                return Optional.of(mode);
            }
        }
        return Optional.empty();
    }
}
