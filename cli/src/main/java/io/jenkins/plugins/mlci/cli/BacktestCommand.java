package io.jenkins.plugins.mlci.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code mlci backtest}: what would have happened. */
@Command(
        name = "backtest",
        description =
                "Replay a history in time order and measure what the decisions would have kept, saved and missed.",
        subcommands = {
            BacktestTestsCommand.class,
            BacktestLogsCommand.class,
            BacktestDeployCommand.class,
            BacktestIncidentsCommand.class
        })
final class BacktestCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(),
                "Say what to replay: " + String.join(", ", spec.subcommands().keySet()) + ".");
    }
}
