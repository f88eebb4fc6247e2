package io.jenkins.plugins.mlci.cli;

import io.jenkins.plugins.mlci.shared.history.BuildQuery;
import io.jenkins.plugins.mlci.shared.history.BuildRecord;
import io.jenkins.plugins.mlci.shared.history.ChangedFile;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import io.jenkins.plugins.mlci.shared.history.StoreLocation;
import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.shared.history.TestOutcome;
import io.jenkins.plugins.mlci.testselector.policy.Policy;
import io.jenkins.plugins.mlci.testselector.policy.Rules;
import io.jenkins.plugins.mlci.testselector.replay.Backtest;
import io.jenkins.plugins.mlci.testselector.replay.ReplayFolder;
import io.jenkins.plugins.mlci.testselector.replay.Subject;
import io.jenkins.plugins.mlci.testselector.selection.TestDecision;
import io.jenkins.plugins.mlci.testselector.selection.TestSelection;
import io.jenkins.plugins.mlci.testselector.selection.TestSelector;
import io.jenkins.plugins.mlci.testselector.service.SelectionResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/** {@code mlci demo}: the whole on a small recorded history. */
@Command(
        name = "demo",
        description =
                "Show test selection on a small history that was recorded from this project's own tests and is part"
                        + " of the program. Nothing is read from the network; the history goes into a temporary folder.")
final class DemoCommand implements Callable<Integer> {
    private static final String RESOURCES = "demo/recorded/";
    private static final List<String> FILES = List.of("runs.csv.gz", "tests.csv.gz", "cycles.csv.gz", "changes.csv.gz");
    private static final long SEED = 7;
    private static final int SHOWN = 8;

    private final CommandContext context;

    DemoCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        Path folder = Files.createTempDirectory("mlci-demo");
        try {
            Subject recorded = unpack(folder);
            List<BuildRecord> builds = throughTheStore(recorded, folder.resolve("history"));
            selectForTheLastFailure(builds);
            backtest(recorded);
        } finally {
            delete(folder);
        }
        return ExitCode.OK.code();
    }

    private Subject unpack(Path folder) throws IOException {
        Path data = Files.createDirectories(folder.resolve("data").resolve("recorded"));
        for (String file : FILES) {
            try (InputStream in = DemoCommand.class.getResourceAsStream(RESOURCES + file)) {
                if (in == null) {
                    throw new IOException("The recorded history is not part of this program: " + file + " is missing.");
                }
                Files.copy(in, data.resolve(file));
            }
        }
        return ReplayFolder.read(data.getParent(), data);
    }

    private List<BuildRecord> throughTheStore(Subject recorded, Path directory) throws IOException {
        try (HistoryStore store = StoreAccess.open(StoreLocation.embedded(directory), context.environment())) {
            recorded.builds().forEach(store.builds()::record);
            List<BuildRecord> builds =
                    store.builds().read(BuildQuery.of(recorded.name())).toList();
            context.print(String.format(
                    Locale.ROOT,
                    "Recorded %d builds with %,d outcomes of %d test classes into a history store.",
                    builds.size(),
                    builds.stream().mapToLong(build -> build.tests().size()).sum(),
                    builds.stream()
                            .flatMap(build -> build.tests().stream().map(TestOutcome::test))
                            .distinct()
                            .count()));
            return builds;
        }
    }

    private void selectForTheLastFailure(List<BuildRecord> builds) {
        int last = builds.size() - 1;
        while (last > 0
                && builds.get(last).tests().stream()
                        .noneMatch(test -> test.outcome().isFailure())) {
            last--;
        }
        BuildRecord build = builds.get(last);
        TestSelector selector = new TestSelector(SEED);
        builds.subList(0, last).forEach(selector::observe);
        List<TestId> tests = build.tests().stream().map(TestOutcome::test).toList();
        TestSelection selection = selector.select(build.changes(), tests, new Policy.Fraction(0.3), Rules.DEFAULT);
        context.print("");
        context.print("Build " + build.build().id().number() + " changed "
                + String.join(
                        ", ",
                        build.changes().stream()
                                .flatMap(change -> change.files().stream())
                                .map(ChangedFile::path)
                                .toList())
                + ".");
        context.print("From the " + last + " builds before it, with the policy fraction:30%:");
        SelectionText.print(
                new SelectionResult(
                        "demo",
                        selection,
                        build.changes(),
                        tests,
                        Optional.empty(),
                        "",
                        Optional.of(selector),
                        List.of()),
                context::print);
        context.print("");
        TextTable table = new TextTable("test", "probability", "decision", "what really happened", "because");
        for (TestDecision decision : selection.decisions().stream().limit(SHOWN).toList()) {
            table.row(
                    shortName(decision.test()),
                    String.format(Locale.ROOT, "%.2f %%", 100 * decision.probability()),
                    decision.selected() ? "runs" : "left out",
                    outcome(build, decision.test()),
                    decision.reasons().get(0));
        }
        table.print(context::print);
    }

    private static String outcome(BuildRecord build, TestId test) {
        return build.tests().stream()
                .filter(outcome -> outcome.test().equals(test))
                .map(outcome -> outcome.outcome().isFailure() ? "failed" : "passed")
                .findFirst()
                .orElse("did not run");
    }

    private static String shortName(TestId test) {
        String name = test.className();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private void backtest(Subject recorded) throws IOException {
        context.print("");
        context.print("The same for every build, in time order, beside other methods:");
        BacktestReport report = new BacktestReport(List.of(
                new Backtest(recorded, SEED, null, (s, cycle, t, count, time, p, selected) -> {}).run(() -> {})));
        report.print(context);
        context.json(report.toJson());
        context.print("");
        context.print(
                "Next: mlci import JENKINS_HOME, or mlci record after each build, then mlci select. See README.md.");
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
