package io.jenkins.plugins.mlci.cli;

import io.jenkins.plugins.mlci.logscan.category.CategoryModel;
import io.jenkins.plugins.mlci.logscan.cause.CauseModel;
import io.jenkins.plugins.mlci.logscan.replay.LabelledLogs;
import io.jenkins.plugins.mlci.logscan.replay.LogBacktest;
import io.jenkins.plugins.mlci.logscan.replay.LogFigures;
import io.jenkins.plugins.mlci.logscan.replay.ReadCase;
import io.jenkins.plugins.mlci.logscan.replay.RepeatedScans;
import io.jenkins.plugins.mlci.logscan.scan.LogScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mlci backtest logs}: how well causes and categories are found in logs whose causes people labelled. */
@Command(
        name = "logs",
        description = {
            "Find the causes in labelled logs and compare them with the labels, with known ways beside ours. The logs of each"
                    + " project are judged by models that learned from the other projects only; a build is compared with good"
                    + " builds before it only. Data sets that are not there are left out. The logs of bugswarm have no labels: they are"
                    + " scanned twice, and the results compared.",
            "Known data sets: cidiff, logdx-ci, pytorch-log-classifier, logjuicer-tests, treeherder, jenkins-history"
                    + " (docs/model-card-log-cause.md)."
        })
final class BacktestLogsCommand implements Callable<Integer> {
    private final CommandContext context;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "The folder with the data sets, or the one above it.")
    private Path data;

    @Option(
            names = "--shipped",
            description =
                    "Judge with the models that ship with this version instead. They have seen these logs, unless the logs"
                            + " are yours.")
    private boolean shipped;

    @Option(names = "--seed", defaultValue = "7", description = "Seed of all chance. Default: ${DEFAULT-VALUE}.")
    private long seed;

    BacktestLogsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        LabelledLogs logs = LabelledLogs.read(context.resolve(data));
        for (String missing : logs.missing()) {
            context.remark("The data set " + missing + " is not there and is left out.");
        }
        if (logs.cases().isEmpty()) {
            throw new CommandException(ExitCode.NOT_FOUND, "There is no labelled log in " + data + ".");
        }
        List<LogBacktest.Judged> judged;
        try (Progress progress = context.progress("Reading and judging logs", 0)) {
            LogBacktest backtest = new LogBacktest(seed, progress::step);
            List<ReadCase> cases = backtest.read(logs);
            judged = shipped
                    ? backtest.judge(cases, CauseModel.shipped(), CategoryModel.shipped())
                    : backtest.judge(cases);
        }
        RepeatedScans repeated;
        try (Progress progress = context.progress("Scanning logs twice", 0)) {
            repeated = RepeatedScans.of(context.resolve(data), LogScanner.shipped(), progress::step);
        }
        BacktestLogsReport report = new BacktestLogsReport(new LogFigures(judged), repeated, logs.missing(), shipped);
        report.print(context);
        context.json(report.toJson());
        return ExitCode.OK.code();
    }
}
