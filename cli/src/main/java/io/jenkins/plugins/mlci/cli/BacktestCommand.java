package io.jenkins.plugins.mlci.cli;

import picocli.CommandLine.Command;

/** {@code mlci backtest}: what would have happened. */
@Command(
        name = "backtest",
        description =
                "Replay a history in time order and measure what the decisions would have kept, saved and missed.",
        subcommands = {BacktestTestsCommand.class, BacktestIncidentsCommand.class})
final class BacktestCommand implements Runnable {
    @picocli.CommandLine.Spec
    private picocli.CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new picocli.CommandLine.ParameterException(
                spec.commandLine(), "Say what to replay: mlci backtest tests, or mlci backtest incidents.");
    }
}
