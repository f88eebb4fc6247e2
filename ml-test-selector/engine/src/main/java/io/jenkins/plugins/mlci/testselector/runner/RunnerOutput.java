package io.jenkins.plugins.mlci.testselector.runner;

import io.jenkins.plugins.mlci.shared.history.TestId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What was written for a runner, and how to call it.
 *
 * @param runner the runner's symbol
 * @param all whether every test runs; there are no arguments then
 * @param runsNothing whether no test runs, because an empty selection was allowed to mean that
 * @param reason one sentence that says why
 * @param includesFile the file that names the tests to run, if one was written
 * @param excludesFile the file that names the tests to leave out, if one was written; empty when {@code all}
 * @param script an init script, filter module or shell script, if one was written
 * @param scriptIsCall whether the script is itself the call of the runner: a POSIX shell script that tests everything that must be
 *     tested, also when that is all
 * @param commands one entry for each call of the runner; empty when no argument is needed
 * @param notFiltered tests that were to be skipped and run nevertheless, since the runner cannot leave out just them
 * @param warnings sentences about what differs from the selection
 * @param notes sentences about what the runner needs or does
 */
public record RunnerOutput(
        String runner,
        boolean all,
        boolean runsNothing,
        String reason,
        Optional<Path> includesFile,
        Optional<Path> excludesFile,
        Optional<Path> script,
        boolean scriptIsCall,
        List<RunnerCommand> commands,
        List<TestId> notFiltered,
        List<String> warnings,
        List<String> notes) {
    public RunnerOutput {
        commands = List.copyOf(commands);
        notFiltered = List.copyOf(notFiltered);
        warnings = List.copyOf(warnings);
        notes = List.copyOf(notes);
    }

    /**
     * The arguments of the one call. Empty when several calls are needed, or a script makes them: who ignores {@link #commands} and
     * {@link #script} then runs all tests.
     */
    public List<String> args() {
        return commands.size() == 1 && !scriptIsCall ? commands.get(0).args() : List.of();
    }

    /**
     * What a build script for a POSIX shell needs: the call of the script where that is the call of the runner, otherwise the
     * runner's arguments, a line for each call.
     */
    public String callLine() {
        if (scriptIsCall) {
            return ShellQuoting.posix(List.of("sh", script.orElseThrow().toString()));
        }
        return commands.stream().map(RunnerCommand::posix).collect(Collectors.joining("\n"));
    }

    /** {@link #args} for a POSIX shell. */
    public String argsLine() {
        return ShellQuoting.posix(args());
    }

    /** {@link #args} for a batch file of Windows; missing when one of them cannot be quoted safely. */
    public Optional<String> argsLineWindows() {
        return ShellQuoting.windowsBatch(args());
    }
}
