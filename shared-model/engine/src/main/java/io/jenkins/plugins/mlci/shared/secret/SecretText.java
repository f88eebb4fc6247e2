package io.jenkins.plugins.mlci.shared.secret;

import java.nio.charset.StandardCharsets;

/**
 * Masks what looks like a secret in texts that people and tools send. It does not guess from randomness alone, since versions, digests
 * and ids are what such texts are about.
 */
public final class SecretText {
    /** What stands where a secret was. */
    public static final String MASK = "****";

    private SecretText() {}

    /** The text with {@link #MASK} where a secret was; of a private key only its first and last line are left. */
    public static String mask(String text) {
        SecretFinder finder = SecretFinder.wary();
        StringBuilder masked = new StringBuilder();
        boolean key = false;
        for (String line : text.split("\\n", -1)) {
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            int end = line.endsWith("\r") ? bytes.length - 1 : bytes.length;
            key = key && end > 0 && !KeyBlock.ends(bytes, 0, end) && KeyBlock.body(bytes, 0, end);
            if (key) {
                masked.append(MASK);
            } else {
                Spans spans = finder.find(bytes, 0, end);
                key = spans.count() > 0 && spans.kind() == SecretKind.PRIVATE_KEY;
                append(masked, line, bytes, spans);
            }
            masked.append('\n');
        }
        masked.setLength(masked.length() - 1);
        return masked.toString();
    }

    private static void append(StringBuilder masked, String line, byte[] bytes, Spans spans) {
        if (spans.count() == 0) {
            masked.append(line);
            return;
        }
        int from = 0;
        for (int i = 0; i < spans.count(); i++) {
            masked.append(new String(bytes, from, spans.from(i) - from, StandardCharsets.UTF_8))
                    .append(MASK);
            from = spans.to(i);
        }
        masked.append(new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8));
    }
}
