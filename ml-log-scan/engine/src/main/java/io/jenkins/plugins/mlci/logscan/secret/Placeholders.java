package io.jenkins.plugins.mlci.logscan.secret;

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

    private Placeholders() {}

    /** Whether the value is masked, a variable, or a word that says what would stand there. */
    static boolean is(byte[] bytes, int from, int to) {
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
        if (Characters.variety(bytes, from, to) <= 2) {
            return true;
        }
        for (int at = from; at + 2 < to; at++) {
            boolean masked = bytes[at] == '*' && bytes[at + 1] == '*' && bytes[at + 2] == '*';
            boolean variable = bytes[at] == '$' && (bytes[at + 1] == '{' || bytes[at + 1] == '(');
            if (masked || variable) {
                return true;
            }
        }
        return to - from <= 12
                && WORDS.contains(
                        new String(bytes, from, to - from, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT));
    }
}
