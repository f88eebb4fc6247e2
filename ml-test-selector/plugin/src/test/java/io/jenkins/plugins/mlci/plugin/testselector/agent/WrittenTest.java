package io.jenkins.plugins.mlci.plugin.testselector.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.testselector.runner.RunnerCommand;
import io.jenkins.plugins.mlci.testselector.runner.RunnerOutput;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WrittenTest {
    private static final String HOSTILE = "--skip=a\"b%PATH%";

    @Test
    void tellsWhichTestsTheRunnerCannotLeaveOut() {
        Written written = Written.of(output(false, "--skip", "a"), false);
        assertThat(written.args()).isEqualTo("--skip a");
        assertThat(written.all()).isFalse();
        assertThat(written.notFiltered()).containsExactly(TestId.ofClass("Odd name"));
        assertThat(written.remarks()).containsExactly("a warning", "a note");
    }

    @Test
    void allTestsRunWhereABatchFileCannotHoldAName() {
        assertThat(Written.of(output(false, HOSTILE), false).all()).isFalse();
        Written written = Written.of(output(false, HOSTILE), true);
        assertThat(written.args()).isEmpty();
        assertThat(written.commands()).containsExactly("");
        assertThat(written.all()).isTrue();
        assertThat(written.remarks()).last().asString().contains("batch file");
    }

    @Test
    void aScriptThatIsTheCallNeedsNoBatchFile() {
        assertThat(Written.of(output(true, HOSTILE), true).all()).isFalse();
    }

    private static RunnerOutput output(boolean scriptIsCall, String... args) {
        return new RunnerOutput(
                "raw",
                false,
                false,
                "chosen",
                Optional.empty(),
                Optional.empty(),
                scriptIsCall ? Optional.of(Path.of("call.sh")) : Optional.empty(),
                scriptIsCall,
                List.of(new RunnerCommand(List.of(args))),
                List.of(TestId.ofClass("Odd name")),
                List.of("a warning"),
                List.of("a note"));
    }
}
