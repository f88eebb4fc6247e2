package io.jenkins.plugins.mlci.plugin.testselector.step;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.FilePath;
import java.io.IOException;
import java.time.Duration;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Waits for an agent that is not there: after a restart of Jenkins agents come back one after the other. */
final class Patience {
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private Patience() {}

    /** The workspace of a step; null where there is none, or when its agent does not come back. */
    @CheckForNull
    static FilePath workspace(StepContext context) throws InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (true) {
            try {
                FilePath workspace = context.get(FilePath.class);
                if (workspace != null) {
                    workspace.mkdirs();
                }
                return workspace;
            } catch (IOException agentIsAway) {
                // It may come back.
            }
            if (System.nanoTime() > end) {
                return null;
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }
}
