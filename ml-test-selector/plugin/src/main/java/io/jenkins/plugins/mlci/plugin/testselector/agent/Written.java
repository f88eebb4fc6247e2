package io.jenkins.plugins.mlci.plugin.testselector.agent;

import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.testselector.runner.RunnerCommand;
import io.jenkins.plugins.mlci.testselector.runner.RunnerOutput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was written for one call of the runner.
 *
 * @param args the arguments for the shell of the agent, quoted
 * @param commands the arguments of each call, where several are needed
 * @param includesFile absolute path, or empty
 * @param excludesFile absolute path, or empty
 * @param script absolute path, or empty
 * @param all whether all tests run
 * @param nothing whether no test runs
 * @param notFiltered tests that run although they were to be left out
 * @param remarks sentences for the console
 */
public record Written(
        String args,
        List<String> commands,
        String includesFile,
        String excludesFile,
        String script,
        boolean all,
        boolean nothing,
        List<TestId> notFiltered,
        List<String> remarks) {
    public Written {
        commands = List.copyOf(commands);
        notFiltered = List.copyOf(notFiltered);
        remarks = List.copyOf(remarks);
    }

    /** What the runner gets when nothing could be written: no filter at all. */
    public static Written everything() {
        return new Written("", List.of(), "", "", "", true, false, List.of(), List.of());
    }

    static Written of(RunnerOutput output, boolean windows) {
        // A batch file that cannot hold a name safely gets no arguments: all tests run.
        boolean unsayable = windows
                && !output.scriptIsCall()
                && output.commands().stream()
                        .anyMatch(command -> command.windows().isEmpty());
        String args = windows ? output.argsLineWindows().orElse("") : output.argsLine();
        List<String> commands = output.commands().stream()
                .map(command -> line(command, windows))
                .toList();
        List<String> remarks = new ArrayList<>(output.warnings());
        remarks.addAll(output.notes());
        if (unsayable) {
            remarks.add("The arguments for the runner cannot be quoted safely for a batch file.");
        }
        return new Written(
                args,
                commands,
                path(output.includesFile()),
                path(output.excludesFile()),
                path(output.script()),
                output.all() || unsayable,
                output.runsNothing(),
                output.notFiltered(),
                remarks);
    }

    private static String line(RunnerCommand command, boolean windows) {
        return windows ? command.windows().orElse("") : command.posix();
    }

    private static String path(Optional<Path> path) {
        return path.map(Path::toString).orElse("");
    }
}
