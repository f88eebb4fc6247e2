package io.jenkins.plugins.mlci.deploygate.gate;

import io.jenkins.plugins.mlci.deploygate.change.BuildSignals;
import io.jenkins.plugins.mlci.shared.history.Build;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.BuildQuery;
import io.jenkins.plugins.mlci.shared.history.BuildRecord;
import io.jenkins.plugins.mlci.shared.history.BuildResult;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import io.jenkins.plugins.mlci.shared.history.Outcome;
import java.util.List;
import java.util.Optional;

/** Reads what a build went through from the shared history. */
public final class BuildSignalReader {
    private static final int EARLIER = 10;

    private BuildSignalReader() {}

    /**
     * What is known of a build. Tests that a build a little earlier ran and this one did not count as skipped, since nobody
     * says otherwise why they are missing.
     */
    public static BuildSignals of(HistoryStore store, BuildId id) {
        Optional<BuildRecord> found = store.builds().find(id);
        if (found.isEmpty()) {
            return BuildSignals.UNKNOWN;
        }
        BuildRecord build = found.get();
        long skipped = build.tests().stream()
                .filter(test -> test.outcome() == Outcome.SKIPPED)
                .count();
        long ran = build.tests().size() - skipped;
        long failed = build.tests().stream()
                .filter(test -> test.outcome().isFailure())
                .count();
        List<BuildRecord> earlier = store.builds()
                .read(BuildQuery.of(id.job())
                        .startedBefore(build.build().started())
                        .newest(EARLIER))
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
