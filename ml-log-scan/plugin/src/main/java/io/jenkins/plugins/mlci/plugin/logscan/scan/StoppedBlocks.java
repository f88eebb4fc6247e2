package io.jenkins.plugins.mlci.plugin.logscan.scan;

import hudson.model.InvisibleAction;
import hudson.model.Run;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines for which watched blocks of a build were stopped. What the steps print because they are stopped, as "Sending interrupt signal
 * to process" and "Terminated", says nothing of why the build failed.
 */
public final class StoppedBlocks extends InvisibleAction {
    private final List<String> lines = new ArrayList<>();

    /**
     * A block is stopped now.
     *
     * @param line that raised the alert, secrets hidden
     */
    public static void add(Run<?, ?> run, String line) throws IOException {
        synchronized (run) {
            StoppedBlocks blocks = run.getAction(StoppedBlocks.class);
            if (blocks == null) {
                blocks = new StoppedBlocks();
                run.addAction(blocks);
            }
            blocks.stopped(line);
        }
        run.save();
    }

    private synchronized void stopped(String line) {
        lines.add(line);
    }

    private synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    /** The log of a build in which the lines that follow a stop are no evidence; secrets are seen in them all the same. */
    static InputStream evidence(Run<?, ?> run, InputStream log) {
        StoppedBlocks blocks = run.getAction(StoppedBlocks.class);
        return blocks == null ? log : new AfterStop(log, blocks.lines(), run.getCharset());
    }
}
