package io.jenkins.plugins.mlci.shared.privacy;

/** People cannot be made pseudonyms, or not be forgotten; the message says why and what to do, and holds no secret. */
public class PrivacyException extends RuntimeException {
    public PrivacyException(String message) {
        super(message);
    }

    public PrivacyException(String message, Throwable cause) {
        super(message, cause);
    }
}
