package io.jenkins.plugins.mlci.testselector.runner;

import java.util.List;
import java.util.Optional;

/**
 * The arguments of one call of a runner.
 *
 * @param args one string for each element of argv; without line breaks and NUL
 */
public record RunnerCommand(List<String> args) {
    public RunnerCommand {
        args = List.copyOf(args);
    }

    /** The arguments for a POSIX shell, each quoted; empty when there is none. */
    public String posix() {
        return ShellQuoting.posix(args);
    }

    /** The arguments for a batch file of Windows, each quoted; missing when one cannot be quoted safely. */
    public Optional<String> windows() {
        return ShellQuoting.windowsBatch(args);
    }
}
