package io.jenkins.plugins.mlci.cli;

import io.jenkins.plugins.mlci.shared.history.BuildHistory;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.BuildQuery;
import io.jenkins.plugins.mlci.shared.history.BuildRecord;
import io.jenkins.plugins.mlci.shared.history.StaleResults;
import io.jenkins.plugins.mlci.shared.history.TestOutcome;
import io.jenkins.plugins.mlci.shared.history.columnar.DurationScale;
import java.util.List;

/** Recognises reports that an earlier build left in the workspace, by comparing them with the history. */
final class LeftOver {
    private static final int BUILDS_TO_SEARCH = 20;

    private LeftOver() {}

    /** Compares with the latest build, other than this one, that has tests. */
    static StaleResults.Finding judge(BuildHistory history, BuildId build, List<TestOutcome> tests) {
        List<TestOutcome> before = history.read(
                        BuildQuery.of(build.job()).includingExcluded().newest(BUILDS_TO_SEARCH))
                .filter(record -> !record.build().id().equals(build))
                .map(BuildRecord::tests)
                .filter(earlier -> !earlier.isEmpty())
                .reduce((older, newer) -> newer)
                .orElse(List.of());
        return StaleResults.compare(asStored(tests), before);
    }

    /** The history rounds durations, so these are rounded before they are compared with it. */
    private static List<TestOutcome> asStored(List<TestOutcome> tests) {
        return tests.stream()
                .map(test -> new TestOutcome(
                        test.test(), test.outcome(), DurationScale.decode(DurationScale.encode(test.seconds()))))
                .toList();
    }
}
