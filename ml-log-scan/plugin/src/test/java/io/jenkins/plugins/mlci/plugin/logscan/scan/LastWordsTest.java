package io.jenkins.plugins.mlci.plugin.logscan.scan;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.AbortException;
import hudson.model.Result;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.junit.jupiter.api.Test;

class LastWordsTest {
    @Test
    void areWhatJenkinsPrintsOfAFailure() {
        assertThat(LastWords.of(new AbortException("No certificate")).text()).isEqualTo("ERROR: No certificate\n");
        assertThat(LastWords.of(new IllegalStateException("No certificate")).text())
                .startsWith("java.lang.IllegalStateException: No certificate\n\tat ");
        assertThat(LastWords.of(new AbortException())).isEqualTo(LastWords.NONE);
        assertThat(LastWords.of(new FlowInterruptedException(Result.ABORTED))).isEqualTo(LastWords.NONE);
    }

    @Test
    void areBounded() {
        assertThat(LastWords.of(new IllegalStateException("x".repeat(1_000_000)))
                        .text())
                .hasSizeLessThan(40_000)
                .endsWith("x\n");
    }
}
