package io.jenkins.plugins.mlci.testselector.replay;

import io.jenkins.plugins.mlci.shared.history.BuildRecord;
import io.jenkins.plugins.mlci.shared.history.TestId;
import java.util.List;
import java.util.Map;

/**
 * One history to replay.
 *
 * @param name what to call it, for example {@code tevos/gson}
 * @param builds its builds in time order; only test outcomes of tests that ran
 * @param testNumbers the number that its source gives each test, for people who score the rankings themselves
 * @param independent whether the builds share no history: each is then judged as the first build ever
 */
public record Subject(String name, List<BuildRecord> builds, Map<TestId, String> testNumbers, boolean independent) {
    /** Whether any build says what changed. */
    public boolean knowsChanges() {
        return builds.stream().anyMatch(build -> !build.changes().isEmpty());
    }
}
