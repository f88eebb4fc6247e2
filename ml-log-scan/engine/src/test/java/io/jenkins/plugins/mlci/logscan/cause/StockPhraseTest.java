package io.jenkins.plugins.mlci.logscan.cause;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.mlci.logscan.anomaly.LineText;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StockPhraseTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Aborted by Dana Weber | REASON",
                "Cancelling nested steps due to timeout | REASON",
                "Build timed out (after 20 minutes). Marking the build as failed. | REASON",
                "the job was Aborted by Dana | NONE",
                "ERROR: script returned exit code 1 | EXIT",
                "ERROR: script returned exit code 127 | EXIT",
                "ERROR: script returned exit code 124 | NONE",
                "ERROR: script returned exit code 137 | NONE",
                "##[error]Process completed with exit code 1. | EXIT",
                "##[error]Process completed with exit code 143. | NONE",
                "Build step 'Execute shell' marked build as failure | EXIT",
                "error: could not compile `index` (lib) due to 1 previous error | EXIT",
                "[Pipeline] { (Declarative: Post Actions) | AFTERMATH",
                "[Pipeline] End of Pipeline | END_OF_AFTERMATH",
                "[Pipeline] junit | STEP",
                "org.jenkinsci.plugins.workflow.steps.FlowInterruptedException | INTERRUPTED",
                "error | NONE"
            })
    void tellsWhatALineIs(String line, StockPhrase phrase) {
        assertThat(StockPhrase.of(LineText.of(line))).isEqualTo(phrase);
    }

    @Test
    void anEmptyLineIsNone() {
        assertThat(StockPhrase.of(LineText.of(""))).isEqualTo(StockPhrase.NONE);
    }

    private static List<Boolean> after(String... lines) {
        Aftermath aftermath = new Aftermath();
        return Arrays.stream(lines)
                .map(LineText::of)
                .map(line -> aftermath.holds(line, StockPhrase.of(line)))
                .toList();
    }

    @Test
    void whatDeclarativePipelinesDoAfterwardsEndsWithThePipeline() {
        assertThat(after(
                        "make: *** Error 2",
                        "[Pipeline] { (Declarative: Post Actions)",
                        "[Pipeline] junit",
                        "ERROR: No test report files were found.",
                        "[Pipeline] End of Pipeline",
                        "ERROR: script returned exit code 2"))
                .containsExactly(false, true, true, true, false, false);
    }

    @Test
    void aConditionThatFailsEndsWithTheNextStep() {
        assertThat(after(
                        "Error when executing always post condition:",
                        "hudson.AbortException: No test report files were found.",
                        "[Pipeline] }",
                        "gcc: fatal error",
                        "Error when executing gcc",
                        "[Pipeline] { (Declarative: Post Actions)",
                        "Error when executing failure post condition:",
                        "[Pipeline] echo",
                        "bye"))
                .containsExactly(true, true, false, false, false, true, true, true, true);
    }

    @Test
    void otherServersCleanUpToo() {
        assertThat(after("##[error]x", "Post job cleanup.", "[command]/usr/bin/git version"))
                .containsExactly(false, true, true);
        assertThat(after("Running after_script", "rm: cannot remove", "ERROR: Job failed: exit code 1"))
                .containsExactly(true, true, false);
        assertThat(after("travis_fold:start:after_failure", "curl: (22)", "travis_fold:end:after_failure", "Done."))
                .containsExactly(true, true, false, false);
    }
}
