package io.jenkins.plugins.mlci.logscan.template;

import java.util.Objects;

/**
 * A kind of line.
 *
 * @param id stays the same across builds; write it with {@link #name()}
 * @param text the words that its lines share, with {@code <*>} where they differ
 * @param count how many lines it had
 */
public record Template(long id, String text, long count) {
    public Template {
        Objects.requireNonNull(text, "text");
    }

    /** The id as 16 hexadecimal digits. */
    public String name() {
        return name(id);
    }

    /** An id as 16 hexadecimal digits. */
    public static String name(long id) {
        String digits = Long.toHexString(id);
        return "0".repeat(16 - digits.length()) + digits;
    }
}
