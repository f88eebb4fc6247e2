package io.jenkins.plugins.mlci.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code mlci train-prior}: learns the models that ship; new ones are listed here. */
@Command(
        name = "train-prior",
        description = "Learn the models that know something before a job's own history does, from public data.",
        subcommands = {TrainPriorTestsCommand.class, TrainPriorLogsCommand.class, TrainPriorDeployCommand.class})
final class TrainPriorCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(),
                "Say which model to learn: "
                        + String.join(", ", spec.subcommands().keySet()) + ".");
    }
}
