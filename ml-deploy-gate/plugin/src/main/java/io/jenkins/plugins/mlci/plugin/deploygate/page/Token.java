package io.jenkins.plugins.mlci.plugin.deploygate.page;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Any text as one part of an address: as it is where it is harmless, encoded where it is not. */
public final class Token {
    private static final String MARK = "~";

    private Token() {}

    /** The part of an address that stands for a text. */
    public static String of(String text) {
        return text.matches("[A-Za-z0-9_-]{1,100}")
                ? text
                : MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The text; empty when the part stands for none. */
    public static Optional<String> read(String token) {
        if (!token.startsWith(MARK)) {
            return token.equals(of(token)) ? Optional.of(token) : Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token.substring(MARK.length()));
            return Optional.of(new String(bytes, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
