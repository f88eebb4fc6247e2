package io.jenkins.plugins.mlci.deploygate.incident;

/** A remedy could not be carried out; the message is a sentence that says why. */
public final class RemedyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** A failure with its reason. */
    public RemedyException(String message) {
        super(message);
    }
}
