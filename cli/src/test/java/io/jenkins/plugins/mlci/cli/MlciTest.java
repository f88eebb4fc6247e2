package io.jenkins.plugins.mlci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MlciTest {
    private static final String ESCAPE = "\u001B[";

    @TempDir
    private Path folder;

    private CliRun mlci;

    @BeforeEach
    void mlci() {
        mlci = new CliRun(folder);
    }

    @Test
    void helpNamesOptionsAndEveryExitCode() {
        assertThat(mlci.run("--help")).isZero();
        assertThat(mlci.out()).contains("Usage: mlci", "--store", "--json", "--quiet", "--no-color", "Exit codes");
        for (ExitCode exit : ExitCode.values()) {
            assertThat(mlci.out()).containsPattern("(?m)^ *" + exit.code() + " +\\S+");
        }
        assertThat(mlci.err()).isEmpty();
    }

    @Test
    void saysItsVersion() {
        assertThat(mlci.run("--version")).isZero();
        assertThat(mlci.out()).startsWith("mlci ").contains("Java");
    }

    @Test
    void withoutACommandItSaysWhichThereAre() {
        assertThat(mlci.run()).isEqualTo(ExitCode.USAGE.code());
        assertThat(mlci.out()).isEmpty();
        assertThat(mlci.err()).contains("Usage: mlci");
    }

    @Test
    void anUnknownOptionIsAUsageErrorWithoutStackTrace() {
        assertThat(mlci.run("--sotre", "x")).isEqualTo(ExitCode.USAGE.code());
        assertThat(mlci.err())
                .contains("mlci: Unknown option", "Try: mlci --help")
                .doesNotContain("\tat ");
    }

    @Test
    void coloursAreForTerminalsOnly() {
        mlci.run("--help");
        assertThat(mlci.out()).doesNotContain(ESCAPE);
        mlci.inTerminal().run("--help");
        assertThat(mlci.out()).contains(ESCAPE);
    }

    @Test
    void coloursCanBeRefused() {
        mlci.inTerminal();
        mlci.run("--no-color", "--help");
        assertThat(mlci.out()).doesNotContain(ESCAPE);
        mlci.variables.put("NO_COLOR", "1");
        mlci.run("--help");
        assertThat(mlci.out()).doesNotContain(ESCAPE);
    }

    @Test
    void whatWasTypedCannotCommandTheTerminal() {
        assertThat(mlci.run("--no" + ESCAPE + "2J")).isEqualTo(ExitCode.USAGE.code());
        assertThat(mlci.err()).doesNotContain("\u001B").contains("?[2J");
    }

    @Test
    void helpOfCommandsHasNoEmptyHeading() {
        for (String[] command : new String[][] {{"gate"}, {"incident", "open"}, {"backtest", "deploy"}}) {
            String[] line = java.util.Arrays.copyOf(command, command.length + 1);
            line[command.length] = "--help";
            assertThat(mlci.run(line)).isZero();
            assertThat(mlci.out()).contains("Options:").containsPattern("Exit codes:\\R +0 ");
        }
    }
}
