package io.jenkins.plugins.mlci.plugin.logscan.scan;

import hudson.AbortException;
import hudson.Functions;
import hudson.model.Run;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import org.jenkinsci.plugins.workflow.actions.ErrorAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.graphanalysis.DepthFirstScanner;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;

/**
 * What Jenkins prints of a failure when the build ends. A scan in the middle of the build takes it for the last lines of the log: the message
 * of {@code error 'No certificate'} stands nowhere else.
 *
 * @param text lines; empty when there is nothing to say
 */
public record LastWords(String text) {
    /** A build that has ended has said all. */
    public static final LastWords NONE = new LastWords("");

    /** A step that failed is near; the whole graph of a large build is not searched for it. */
    private static final int MOST_NODES = 1_000;

    private static final int LONGEST = 32 * 1024;

    /** Of this failure. An interruption is printed where it happens. */
    public static LastWords of(Throwable failure) {
        if (failure instanceof FlowInterruptedException) {
            return NONE;
        }
        if (failure instanceof AbortException) {
            return failure.getMessage() == null ? NONE : new LastWords("ERROR: " + failure.getMessage() + '\n');
        }
        String trace = Functions.printThrowable(failure);
        return new LastWords(trace.length() <= LONGEST ? trace : trace.substring(0, LONGEST) + '\n');
    }

    /** Of the step that failed last before this one. */
    public static LastWords before(FlowNode node) {
        DepthFirstScanner scanner = new DepthFirstScanner();
        scanner.setup(node);
        for (int i = 0; i < MOST_NODES && scanner.hasNext(); i++) {
            ErrorAction error = scanner.next().getAction(ErrorAction.class);
            if (error != null) {
                return of(error.getError());
            }
        }
        return NONE;
    }

    /** The log of a build with these words at its end. */
    InputStream after(Run<?, ?> run) throws IOException {
        InputStream log = run.getLogInputStream();
        return text.isEmpty()
                ? log
                : new SequenceInputStream(log, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
