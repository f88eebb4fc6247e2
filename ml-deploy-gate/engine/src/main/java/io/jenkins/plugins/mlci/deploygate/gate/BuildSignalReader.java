package io.jenkins.plugins.mlci.deploygate.gate;

import io.jenkins.plugins.mlci.deploygate.change.BuildSignals;
import io.jenkins.plugins.mlci.shared.history.Build;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.BuildQuery;
import io.jenkins.plugins.mlci.shared.history.BuildRecord;
import io.jenkins.plugins.mlci.shared.history.BuildResult;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import io.jenkins.plugins.mlci.shared.history.Outcome;
import io.jenkins.plugins.mlci.shared.history.TestOutcome;
import java.time.Instant;
import java.util.List;

/** Reads what a build went through from the shared history. */
public final class BuildSignalReader {
    private static final int EARLIER = 10;

    private BuildSignalReader() {}

    /**
     * What is known of a build. Tests that a build a little earlier ran and this one did not count as skipped, since nobody
     * says otherwise why they are missing.
     */
    public static BuildSignals of(HistoryStore store, BuildId id) {
        return store.builds()
                .find(id)
                .map(record -> of(store, id, record.build().started(), record.tests()))
                .orElse(BuildSignals.UNKNOWN);
    }

    /**
     * The same of a build that still runs, so that the history does not know it yet.
     *
     * @param started when it started
     * @param tests its outcomes so far
     */
    public static BuildSignals of(HistoryStore store, BuildId id, Instant started, List<TestOutcome> tests) {
        long skipped =
                tests.stream().filter(test -> test.outcome() == Outcome.SKIPPED).count();
        long ran = tests.size() - skipped;
        long failed = tests.stream().filter(test -> test.outcome().isFailure()).count();
        List<BuildRecord> earlier = store.builds()
                .read(BuildQuery.of(id.job()).startedBefore(started).newest(EARLIER))
                .toList();
        long usual = earlier.stream()
                .mapToLong(each -> each.tests().stream()
                        .filter(test -> test.outcome() != Outcome.SKIPPED)
                        .count())
                .max()
                .orElse(ran);
        return new BuildSignals(
                ran,
                failed,
                Math.max(skipped, Math.max(0, usual - ran)),
                Double.NaN,
                Double.NaN,
                Double.NaN,
                failedBefore(earlier.stream().map(BuildRecord::build).toList()));
    }

    private static long failedBefore(List<Build> earlier) {
        long failed = 0;
        for (int i = earlier.size() - 1; i >= 0 && earlier.get(i).result() != BuildResult.SUCCESS; i--) {
            failed += earlier.get(i).result() == BuildResult.ABORTED ? 0 : 1;
        }
        return failed;
    }
}
