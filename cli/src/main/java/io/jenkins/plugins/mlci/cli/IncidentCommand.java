package io.jenkins.plugins.mlci.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code mlci incident}: what broke, what it resembles, what helped. */
@Command(
        name = "incident",
        description = "Record incidents, and learn from earlier ones what they are, what caused them and what helps.",
        subcommands = {
            IncidentOpenCommand.class,
            IncidentResolveCommand.class,
            IncidentListCommand.class,
            IncidentShowCommand.class,
            IncidentSimilarCommand.class
        })
final class IncidentCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.USAGE.code();
    }
}
