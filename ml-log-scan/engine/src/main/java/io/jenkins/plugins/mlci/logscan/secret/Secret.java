package io.jenkins.plugins.mlci.logscan.secret;

import io.jenkins.plugins.mlci.shared.secret.SecretKind;
import java.util.Objects;

/**
 * A secret that a log shows. The secret itself is not in it.
 *
 * @param first number of the first line, see {@link io.jenkins.plugins.mlci.logscan.line.Line#number()}
 * @param last number of the last line
 * @param kind what it is
 * @param masked the first line with the secret hidden
 */
public record Secret(long first, long last, SecretKind kind, String masked) {
    public Secret {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(masked, "masked");
    }
}
