package io.jenkins.plugins.mlci.cli;

import io.jenkins.plugins.mlci.shared.history.Build;
import io.jenkins.plugins.mlci.shared.history.BuildHistory;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.BuildQuery;
import io.jenkins.plugins.mlci.shared.history.BuildRecord;
import io.jenkins.plugins.mlci.shared.history.BuildResult;
import io.jenkins.plugins.mlci.shared.history.ChangeSet;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import io.jenkins.plugins.mlci.shared.history.StaleResults;
import io.jenkins.plugins.mlci.shared.history.TestOutcome;
import io.jenkins.plugins.mlci.testselector.change.Change;
import io.jenkins.plugins.mlci.testselector.results.ReportDialect;
import io.jenkins.plugins.mlci.testselector.results.ReportOptions;
import io.jenkins.plugins.mlci.testselector.results.TestReport;
import io.jenkins.plugins.mlci.testselector.results.TestReports;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mlci record}: how the tests of a build ended, and what had changed, into the history. */
@Command(
        name = "record",
        description =
                "Record a build: its test reports (JUnit XML), its commit and what changed. Run it after the tests,"
                        + " also when they failed. Recording a build again replaces it.")
final class RecordCommand implements Callable<Integer> {
    private final CommandContext context;

    @Option(
            names = "--tests",
            paramLabel = "PATTERN",
            description =
                    "Which reports, as Ant patterns below the repository; may be repeated. Default: those of Surefire,"
                            + " Failsafe and Gradle.")
    private List<String> patterns = List.of(
            "**/surefire-reports/TEST-*.xml", "**/failsafe-reports/TEST-*.xml", "**/test-results/**/TEST-*.xml");

    @Option(
            names = "--runner",
            paramLabel = "RUNNER",
            description = "Who wrote the reports: ${COMPLETION-CANDIDATES}. Default: each report tells.")
    private ReportDialect runner;

    @Option(
            names = "--result",
            paramLabel = "RESULT",
            description =
                    "How the build ended: ${COMPLETION-CANDIDATES}. Default: what the tests say. Needed when there are"
                            + " no reports.")
    private BuildResult result;

    @Option(
            names = "--started",
            paramLabel = "TIME",
            description =
                    "When the build started, such as 2026-11-23T12:00:00Z. Older reports are left out. Default: now.")
    private Instant started;

    @Option(names = "--duration", paramLabel = "SECONDS", description = "How long the build took. Default: unknown.")
    private double seconds;

    @Mixin
    private BuildOptions build = new BuildOptions();

    @Mixin
    private ChangeOptions change = new ChangeOptions();

    @Mixin
    private LearnOptions learning = new LearnOptions();

    @Mixin
    private LevelOptions levels = new LevelOptions();

    RecordCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        List<String> problems = new ArrayList<>();
        List<TestOutcome> tests = tests(problems);
        try (HistoryStore store = context.openStore()) {
            RecordSummary summary = record(store.builds(), tests, problems);
            context.remarks(problems);
            summary.print(context);
            learning.learn(context, store, summary.job()).ifPresent(report -> context.print(report.sentence()));
            context.json(summary);
        }
        return ExitCode.OK.code();
    }

    private RecordSummary record(BuildHistory history, List<TestOutcome> found, List<String> problems)
            throws IOException {
        Path repository = change.repository(context);
        String job = build.job(context, repository);
        List<Build> earlier = history.list(BuildQuery.of(job).includingExcluded());
        long number = build.number(context)
                .orElseGet(() ->
                        earlier.stream().mapToLong(b -> b.id().number()).max().orElse(0) + 1);
        BuildId id = new BuildId(job, number);
        StaleResults.Finding leftOver = LeftOver.judge(history, id, found);
        List<TestOutcome> tests = leftOver.isStale() ? List.of() : found;
        if (leftOver.isStale()) {
            problems.add("The reports are left over from a build before and were left out: " + leftOver.sentence());
        }
        Optional<String> latest = earlier.stream()
                .filter(b -> b.id().number() < number && !b.commit().isEmpty())
                .reduce((older, newer) -> newer)
                .map(Build::commit);
        Build facts = new Build(
                id,
                started == null ? context.environment().clock().instant() : started,
                Duration.ofMillis(Math.round(1000 * seconds)),
                result == null ? resultOf(found) : result,
                build.branch(context),
                change.commitId(context).orElse(""));
        BuildRecord record = new BuildRecord(facts, changes(latest, context.pseudonyms(), problems), tests);
        history.record(record);
        return RecordSummary.of(record, leftOver.isStale(), problems);
    }

    private List<TestOutcome> tests(List<String> problems) {
        if (!(seconds >= 0 && seconds <= Integer.MAX_VALUE)) {
            throw new CommandException(
                    ExitCode.USAGE, "--duration takes seconds, at least 0, and not " + seconds + ".");
        }
        Path repository = change.repository(context);
        ReportOptions options = ReportOptions.at(levels.level());
        options = runner == null ? options : options.writtenBy(runner);
        options = started == null ? options : options.modifiedSince(started);
        TestReport report = TestReports.read(repository, String.join(",", patterns), options);
        if (report.outcomes().isEmpty() && result == null) {
            throw new CommandException(
                    ExitCode.INPUT,
                    "No test reports were found below " + repository
                            + "; name them with --tests, or say with --result how"
                            + " the build ended without tests."
                            + report.problems().stream()
                                    .map(problem -> " " + problem.sentence())
                                    .findFirst()
                                    .orElse(""));
        }
        report.problems().forEach(problem -> problems.add(problem.toString()));
        return report.outcomes();
    }

    private static BuildResult resultOf(List<TestOutcome> tests) {
        boolean failed = tests.stream().anyMatch(test -> test.outcome().isFailure());
        return failed ? BuildResult.UNSTABLE : BuildResult.SUCCESS;
    }

    private List<ChangeSet> changes(Optional<String> latest, UnaryOperator<String> pseudonyms, List<String> problems) {
        Change read = change.read(context, latest, pseudonyms);
        if (read instanceof Change.Known known) {
            if (known.truncated()) {
                problems.add("The change is very large; only its first "
                        + known.changes().files().size() + " files were recorded.");
            }
            return List.of(known.changes());
        }
        problems.add(((Change.Unknown) read).reason());
        return List.of();
    }
}
