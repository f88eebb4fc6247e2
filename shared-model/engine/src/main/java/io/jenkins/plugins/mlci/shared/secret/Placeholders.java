package io.jenkins.plugins.mlci.shared.secret;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** What stands for a secret without being one. */
final class Placeholders {
    private static final Set<String> WORDS = Set.of(
            "null",
            "none",
            "nil",
            "true",
            "false",
            "undefined",
            "password",
            "passwd",
            "secret",
            "token",
            "redacted",
            "secure",
            "hidden",
            "masked",
            "required",
            "optional",
            "missing",
            "invalid",
            "empty",
            "string",
            "default",
            "value",
            "your-token",
            "example",
            "changeit",
            "changeme",
            "yes",
            "no",
            "user",
            "username",
            "admin",
            "root",
            "test",
            "guest");

    private static final Set<String> NOTHING = Set.of("null", "none", "nil", "true", "false");

    private Placeholders() {}

    /** Whether the value is masked, a variable, or a word that says what would stand there. */
    static boolean is(byte[] bytes, int from, int to) {
        return isBlank(bytes, from, to)
                || Characters.variety(bytes, from, to) <= 2
                || to - from <= 12 && WORDS.contains(word(bytes, from, to));
    }

    /** Whether the value is masked, a variable, or says that there is none. */
    static boolean isBlank(byte[] bytes, int from, int to) {
        byte first = bytes[from];
        if (first == '$'
                || first == '%'
                || first == '{'
                || first == '<'
                || first == '*'
                || first == '['
                || first == '(') {
            return true;
        }
        for (int at = from; at + 2 < to; at++) {
            boolean masked = bytes[at] == '*' && bytes[at + 1] == '*' && bytes[at + 2] == '*';
            boolean variable = bytes[at] == '$' && (bytes[at + 1] == '{' || bytes[at + 1] == '(');
            if (masked || variable) {
                return true;
            }
        }
        return to - from <= 5 && NOTHING.contains(word(bytes, from, to));
    }

    private static String word(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    }
}
