package io.jenkins.plugins.mlci.shared.history;

/** The history could not be read or written; the message is a sentence that says why and what to do. */
public class HistoryException extends RuntimeException {
    public HistoryException(String message) {
        super(message);
    }

    public HistoryException(String message, Throwable cause) {
        super(message, cause);
    }
}
