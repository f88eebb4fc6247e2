package io.jenkins.plugins.mlci.shared.history.columnar;

/** Bytes that should be a payload and are not, or no longer. */
public class CorruptPayloadException extends RuntimeException {
    public CorruptPayloadException(String message) {
        super(message);
    }
}
