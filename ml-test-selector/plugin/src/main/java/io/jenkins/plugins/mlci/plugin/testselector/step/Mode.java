package io.jenkins.plugins.mlci.plugin.testselector.step;

import java.util.Locale;
import java.util.Optional;

/** Whether a selection takes effect. */
public enum Mode {
    /** The tests that are not selected are left out. */
    ENFORCE,
    /** All tests run; the selection is only shown and judged. */
    OBSERVE;

    /** As an author writes it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The mode with this name, in any case; empty for anything else. */
    public static Optional<Mode> named(String text) {
        for (Mode mode : values()) {
            if (mode.name().equalsIgnoreCase(text == null ? "" : text.strip())) {
                return Optional.of(mode);
            }
        }
        return Optional.empty();
    }
}
