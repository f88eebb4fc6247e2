package io.jenkins.plugins.mlci.cli;

import picocli.CommandLine.Command;

/** {@code mlci train-prior}: what is known before one's own history teaches anything. */
@Command(
        name = "train-prior",
        description = "Train a prior model from public histories.",
        subcommands = {TrainPriorDeployCommand.class})
final class TrainPriorCommand implements Runnable {
    @picocli.CommandLine.Spec
    private picocli.CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new picocli.CommandLine.ParameterException(
                spec.commandLine(), "Say which prior to train: mlci train-prior deploy.");
    }
}
