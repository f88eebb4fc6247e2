package io.jenkins.plugins.mlci.testselector.selection;

import io.jenkins.plugins.mlci.shared.history.Build;
import io.jenkins.plugins.mlci.shared.history.BuildRecord;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A selector and the builds that it has learned from, so that it can be kept and go on later.
 *
 * @param seed of all chance in its learning
 * @param selector what it knows
 * @param builds by number, in the order in which they were learned: a fingerprint of each build's facts, which tells whether it
 *     was recorded again since
 */
public record LearnedSelector(long seed, TestSelector selector, Map<Long, Integer> builds) {
    /** One that has learned nothing yet. */
    public static LearnedSelector empty(long seed) {
        return new LearnedSelector(seed, new TestSelector(seed), new LinkedHashMap<>());
    }

    /**
     * Learns from a build.
     *
     * @param whole whether all tests ran, see {@link TestSelector#observe(BuildRecord, boolean)}
     */
    public void learn(BuildRecord build, boolean whole) {
        selector.observe(build, whole);
        builds.put(build.build().id().number(), fingerprint(build.build()));
    }

    /** A hash of what is known of a build besides its changes and tests. */
    public static int fingerprint(Build build) {
        return Objects.hash(
                build.started().toEpochMilli(),
                build.duration().toMillis(),
                build.result().name(),
                build.commit());
    }
}
