package io.jenkins.plugins.mlci.plugin.logscan;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.mlci.plugin.shared.collect.Collector;
import java.time.Duration;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;

/** Builds about which all is known: what is done after their end, in the background, is done. */
public final class Settled {
    private Settled() {}

    /** Waits for it. */
    public static WorkflowRun of(WorkflowRun run) throws InterruptedException {
        assertThat(Collector.get().await(Duration.ofSeconds(60))).isTrue();
        return run;
    }
}
