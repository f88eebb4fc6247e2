package io.jenkins.plugins.mlci.shared.history;

/** The database behind the history cannot be reached now; the same call may work later, without opening the store again. */
public class HistoryUnavailableException extends HistoryException {
    public HistoryUnavailableException(String message) {
        super(message);
    }

    public HistoryUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
