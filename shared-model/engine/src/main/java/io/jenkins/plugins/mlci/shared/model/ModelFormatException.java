package io.jenkins.plugins.mlci.shared.model;

/** A model that must not be used: damaged, hostile or of another version. The message says what is wrong and where. */
public final class ModelFormatException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** With a sentence for the user. */
    public ModelFormatException(String message) {
        super(message);
    }

    /** With a sentence for the user and what caused it. */
    public ModelFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
