package io.jenkins.plugins.mlci.cli;

import io.jenkins.plugins.mlci.shared.history.BuildQuery;
import io.jenkins.plugins.mlci.shared.history.BuildRecord;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import io.jenkins.plugins.mlci.testselector.replay.Backtest;
import io.jenkins.plugins.mlci.testselector.replay.RankingSink;
import io.jenkins.plugins.mlci.testselector.replay.ReplayFolder;
import io.jenkins.plugins.mlci.testselector.replay.Subject;
import io.jenkins.plugins.mlci.testselector.replay.SubjectResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mlci backtest tests}: what test selection would have kept, saved and missed. */
@Command(
        name = "tests",
        description = {
            "Replay test histories in time order: the tests of each build are ranked from the builds before it, then its"
                    + " outcome is learned. The first fifth warms up. Known methods are recomputed beside it.",
            "Without --data the history in the store is replayed, job by job."
        })
final class BacktestTestsCommand implements Callable<Integer> {
    private final CommandContext context;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "A folder of recorded histories: runs.csv.gz, tests.csv.gz, cycles.csv.gz and, where known,"
                    + " changes.csv.gz each (docs/backtest.md).")
    private Path data;

    @Option(
            names = "--only",
            paramLabel = "NAME",
            split = ",",
            description = "Only subjects or jobs whose name is or begins with this; may be repeated.")
    private List<String> only = new ArrayList<>();

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Also write a page with plots that needs nothing else.")
    private Path html;

    @Option(
            names = "--rankings",
            paramLabel = "FILE",
            description = "Also write every decision as gzipped CSV:"
                    + " subject,cycle,test_id,rank_count,rank_time,probability,selected.")
    private Path rankings;

    @Option(
            names = "--no-learned-baselines",
            negatable = false,
            description = "Leave out forests and boosting as baselines, which take most of the time.")
    private boolean withoutLearned;

    @Option(names = "--seed", defaultValue = "7", description = "Seed of all chance. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--threads",
            defaultValue = "2",
            description = "How many subjects are replayed at once. Default: ${DEFAULT-VALUE}.")
    private int threads;

    BacktestTestsCommand(CommandContext context) {
        this.context = context;
    }

    /** Reads one subject when it is its turn, so that not all are in memory. */
    private interface Source {
        Subject read() throws IOException;
    }

    @Override
    public Integer call() throws IOException {
        if (threads < 1) {
            throw new CommandException(ExitCode.USAGE, "--threads takes 1 or more, not " + threads + ".");
        }
        List<SubjectResult> results;
        try (RankingsFile file = RankingsFile.open(rankings == null ? null : context.resolve(rankings))) {
            results = data == null ? fromStore(file) : fromFolder(file);
        }
        if (results.isEmpty()) {
            throw new CommandException(ExitCode.NOT_FOUND, "There is nothing to replay: no subject or job matches.");
        }
        BacktestReport report = new BacktestReport(results);
        report.print(context);
        context.json(report.toJson());
        if (html != null) {
            BacktestPage.write(report, context.resolve(html));
            context.print("Page: " + html);
        }
        return ExitCode.OK.code();
    }

    private List<SubjectResult> fromFolder(RankingSink sink) throws IOException {
        Path root = context.resolve(data);
        List<Source> sources = new ArrayList<>();
        for (Path folder : ReplayFolder.find(root)) {
            String name = root.relativize(folder).toString().replace('\\', '/');
            if (isWanted(name)) {
                sources.add(() -> ReplayFolder.read(root, folder));
            }
        }
        return replay(sources, sink);
    }

    private List<SubjectResult> fromStore(RankingSink sink) throws IOException {
        try (HistoryStore store = context.openExistingStore()) {
            List<Source> sources = new ArrayList<>();
            for (String job : store.jobs().names()) {
                if (isWanted(job)) {
                    sources.add(() -> {
                        List<BuildRecord> builds = store.builds()
                                .read(BuildQuery.of(job))
                                .filter(build -> !build.tests().isEmpty())
                                .toList();
                        return new Subject(job, builds, Map.of(), false);
                    });
                }
            }
            return replay(sources, sink);
        }
    }

    private boolean isWanted(String name) {
        return only.isEmpty() || only.stream().anyMatch(name::startsWith);
    }

    private List<SubjectResult> replay(List<Source> sources, RankingSink sink) throws IOException {
        ForkJoinPool forests = withoutLearned ? null : new ForkJoinPool(1);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try (Progress progress = context.progress("Replaying builds", 0)) {
            List<Future<SubjectResult>> running = new ArrayList<>();
            for (Source source : sources) {
                running.add(pool.submit(() -> new Backtest(source.read(), seed, forests, sink).run(progress::step)));
            }
            List<SubjectResult> results = new ArrayList<>();
            for (Future<SubjectResult> result : running) {
                results.add(result.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The replay was interrupted.", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
            if (forests != null) {
                forests.shutdownNow();
            }
        }
    }
}
