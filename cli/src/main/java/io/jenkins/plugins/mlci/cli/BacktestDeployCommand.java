package io.jenkins.plugins.mlci.cli;

import io.jenkins.plugins.mlci.deploygate.replay.Recording;
import io.jenkins.plugins.mlci.deploygate.replay.RiskBacktest;
import io.jenkins.plugins.mlci.deploygate.replay.RiskResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mlci backtest deploy}: how well the risk of deployments would have been known. */
@Command(
        name = "deploy",
        description = {
            "Replay recorded deployments, builds and changes in time order: each is assessed from what was known then, and"
                    + " learned when its outcome became known. The first fifth warms up. Each recording starts from a"
                    + " prior that was trained on the others. Known methods are recomputed beside it."
        })
final class BacktestDeployCommand implements Callable<Integer> {
    private final CommandContext context;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "A folder of recordings as CSV, gzipped or not, or of such folders (docs/deploy-risk.md).")
    private Path data;

    @Option(
            names = "--only",
            paramLabel = "NAME",
            split = ",",
            description = "Only recordings whose folder/name is or begins with this, or whose name is; may be repeated."
                    + " The others of the same folder still teach the prior.")
    private List<String> only = new ArrayList<>();

    @Option(
            names = "--predictions",
            paramLabel = "FILE",
            description = "Also write every prediction as gzipped CSV: file,key,probability,low,high.")
    private Path predictions;

    @Option(
            names = "--no-learned-baselines",
            negatable = false,
            description = "Leave out the baselines, which take most of the time.")
    private boolean withoutLearned;

    @Option(
            names = "--without-people",
            negatable = false,
            description = "Leave the pseudonyms of authors unread, as where nobody has switched them on.")
    private boolean withoutPeople;

    @Option(
            names = "--cost-ratio",
            defaultValue = "20",
            paramLabel = "N",
            description = "What a failed deployment costs over what a delay costs, for the simulated gate. Default:"
                    + " ${DEFAULT-VALUE}.")
    private double ratio;

    @Option(names = "--seed", defaultValue = "7", description = "Seed of all chance. Default: ${DEFAULT-VALUE}.")
    private long seed;

    BacktestDeployCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        if (!(ratio > 1) || Double.isInfinite(ratio)) {
            throw OptionChecks.usage(
                    "--cost-ratio takes a number above 1, since a failure must cost more than a delay.");
        }
        Map<String, List<Path>> folders = RiskRecordings.find(context.resolve(data));
        DeployReport report = new DeployReport();
        boolean found = false;
        ForkJoinPool pool = withoutLearned ? null : new ForkJoinPool(1);
        try (PredictionsFile file = PredictionsFile.open(predictions == null ? null : context.resolve(predictions));
                Progress progress = context.progress("Replaying deployments", 0)) {
            RiskBacktest backtest = new RiskBacktest(seed, ratio, pool);
            for (Map.Entry<String, List<Path>> folder : folders.entrySet()) {
                if (folder.getValue().stream()
                        .noneMatch(path -> isWanted(folder.getKey(), RiskRecordings.name(path)))) {
                    continue;
                }
                found = true;
                List<Recording> recordings = RiskRecordings.read(folder.getValue(), !withoutPeople, context::remark);
                List<Recording> wanted = recordings.stream()
                        .filter(recording -> isWanted(folder.getKey(), recording.name()))
                        .toList();
                backtest.run(recordings, wanted, progress::step, result -> {
                    file.write(folder.getKey(), result);
                    DeployReport.Line line = DeployReport.Line.of(folder.getKey(), result);
                    report.add(line);
                    context.print(line.headline());
                });
            }
        } finally {
            if (pool != null) {
                pool.shutdownNow();
            }
        }
        if (report.isEmpty()) {
            throw new CommandException(
                    ExitCode.NOT_FOUND,
                    found
                            ? "There is nothing to replay: no row of the files that match in " + data
                                    + " can be used; the remarks say why."
                            : "There is nothing to replay: no CSV file with a column failed, build_Failed, bug, buggy or"
                                    + " contains_bug matches in " + data + ".");
        }
        report.print(context);
        context.json(report.toJson());
        return ExitCode.OK.code();
    }

    private boolean isWanted(String folder, String name) {
        return only.isEmpty()
                || only.stream().anyMatch(each -> (folder + "/" + name).startsWith(each) || name.equals(each));
    }

    /** What is counted: repositories with enough failures in the judged part, and some that did not fail. */
    static boolean counts(io.jenkins.plugins.mlci.deploygate.replay.RiskScores scores) {
        return scores.failures() >= RiskResult.ENOUGH_FAILURES && scores.failures() < scores.rows();
    }
}
