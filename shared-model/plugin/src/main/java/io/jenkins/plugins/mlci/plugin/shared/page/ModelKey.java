package io.jenkins.plugins.mlci.plugin.shared.page;

import io.jenkins.plugins.mlci.shared.registry.Scope;
import io.jenkins.plugins.mlci.shared.registry.ScopeText;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Which model, with all its versions.
 *
 * @param purpose what it predicts
 * @param scope what it is for
 */
record ModelKey(String purpose, Scope scope) {
    /** One part of an address, made of letters, digits, {@code -} and {@code _}; {@link #ofToken} turns it back. */
    String token() {
        String text = purpose + '\n' + ScopeText.write(scope);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static Optional<ModelKey> ofToken(String token) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            int end = text.indexOf('\n');
            return end < 1
                    ? Optional.empty()
                    : ScopeText.read(text.substring(end + 1)).map(scope -> new ModelKey(text.substring(0, end), scope));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
