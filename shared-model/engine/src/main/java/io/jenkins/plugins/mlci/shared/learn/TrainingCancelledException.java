package io.jenkins.plugins.mlci.shared.learn;

import java.util.concurrent.CancellationException;

/** The training was asked to stop; nothing was learned. */
public final class TrainingCancelledException extends CancellationException {
    private static final long serialVersionUID = 1L;

    /** With a fixed sentence. */
    public TrainingCancelledException() {
        super("The training was cancelled.");
    }
}
