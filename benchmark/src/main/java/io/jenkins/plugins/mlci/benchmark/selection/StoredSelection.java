package io.jenkins.plugins.mlci.benchmark.selection;

import io.jenkins.plugins.mlci.shared.history.BuildRecord;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import io.jenkins.plugins.mlci.shared.history.StoreLocation;
import io.jenkins.plugins.mlci.shared.history.jdbc.JdbcHistoryStore;
import io.jenkins.plugins.mlci.testselector.change.Change;
import io.jenkins.plugins.mlci.testselector.policy.Policy;
import io.jenkins.plugins.mlci.testselector.policy.Rules;
import io.jenkins.plugins.mlci.testselector.replay.ReplayFolder;
import io.jenkins.plugins.mlci.testselector.replay.Subject;
import io.jenkins.plugins.mlci.testselector.service.ChangeSource;
import io.jenkins.plugins.mlci.testselector.service.SelectionRequest;
import io.jenkins.plugins.mlci.testselector.service.SelectionResult;
import io.jenkins.plugins.mlci.testselector.service.SelectionService;
import io.jenkins.plugins.mlci.testselector.service.TrainingLimits;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.ThreadFactory;

/**
 * How long a selection takes that learns a job anew, and one that goes on from a stored model: {@code StoredSelection STORE
 * HISTORIES SUBJECT}, with an empty folder for the store and a subject of the layout in docs/backtest.md. CPU time of the
 * calling thread beside the time that passes.
 */
public final class StoredSelection {
    private static final int LATEST = 10;

    private StoredSelection() {}

    /** Runs and prints. */
    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(arguments[1]);
        Subject subject = ReplayFolder.read(root, root.resolve(arguments[2]));
        ThreadFactory threads = work -> {
            Thread thread = new Thread(work, "history");
            thread.setDaemon(true);
            return thread;
        };
        try (HistoryStore store =
                JdbcHistoryStore.open(StoreLocation.embedded(Path.of(arguments[0])), Clock.systemUTC(), threads)) {
            int builds = subject.builds().size();
            subject.builds().subList(0, builds - LATEST).forEach(store.builds()::record);
            SelectionService service = new SelectionService(store, Clock.systemUTC());
            System.out.printf(Locale.ROOT, "%s, %,d builds%n", subject.name(), builds);
            BuildRecord last = subject.builds().get(builds - 1);
            ChangeSource change = ChangeSource.of(
                    last.changes().isEmpty()
                            ? new Change.Unknown("nobody knows")
                            : new Change.Known(last.changes().get(0), false, java.util.List.of()));
            SelectionRequest request = SelectionRequest.of(subject.name(), new Policy.Confidence(0.95), Rules.DEFAULT);
            timed("learn and store", () -> service.learning()
                    .train(request.job(), request.seed(), TrainingLimits.NONE)
                    .sentence());
            subject.builds().subList(builds - LATEST, builds).forEach(store.builds()::record);
            for (int round = 0; round < 3; round++) {
                timed("select, going on from the stored model", () -> say(service.select(request, change)));
            }
            service.learning().train(request.job(), request.seed(), TrainingLimits.NONE);
            for (int round = 0; round < 3; round++) {
                timed("select, nothing new to learn", () -> say(service.select(request, change)));
            }
            SelectionRequest other =
                    new SelectionRequest(request.job(), request.policy(), request.rules(), request.seed() + 1);
            timed("select, learning anew", () -> say(service.select(other, change)));
            long bytes = store.models()
                    .read("job:" + subject.name(), "test-selection", 2)
                    .map(model -> (long) model.length)
                    .orElse(0L);
            System.out.printf(Locale.ROOT, "stored model: %.2f MB%n", bytes / 1e6);
        }
    }

    private static String say(SelectionResult result) {
        return result.selection().selected().size() + " of " + result.tests().size() + " tests, model \""
                + result.model() + "\"";
    }

    private interface Work {
        String run() throws IOException;
    }

    private static void timed(String what, Work work) throws IOException {
        PrintStream out = System.out;
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long wall = System.nanoTime();
        String result = work.run();
        out.printf(
                Locale.ROOT,
                "%-40s %8.3f s CPU %8.3f s  %s%n",
                what,
                (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e9,
                (System.nanoTime() - wall) / 1e9,
                result);
    }
}
