package io.jenkins.plugins.mlci.cli;

import picocli.CommandLine.Command;

/** {@code mlci train-prior}: learn the models that ship with this program anew, from public data. */
@Command(
        name = "train-prior",
        description = "Learn the models that ship with this program anew, from public data.",
        subcommands = {TrainPriorLogsCommand.class})
final class TrainPriorCommand implements Runnable {
    @picocli.CommandLine.Spec
    private picocli.CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new picocli.CommandLine.ParameterException(
                spec.commandLine(), "Say what to learn: mlci train-prior logs.");
    }
}
