package io.jenkins.plugins.mlci.shared.jenkinshome;

import io.jenkins.plugins.mlci.shared.history.BuildResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What {@code build.xml} says.
 *
 * @param started when the build started
 * @param duration how long it took; zero when unknown
 * @param result how it ended
 * @param source what it built
 * @param changeLogs names of its change log files, one for each checkout, in the order of the checkouts; empty when it
 *     does not say
 */
record BuildFacts(Instant started, Duration duration, BuildResult result, Source source, List<String> changeLogs) {
    /**
     * What was built.
     *
     * @param commit full commit id, or the empty string
     * @param branch branch without {@code refs/remotes/origin/}, or the empty string
     */
    record Source(String commit, String branch) {
        static final Source UNKNOWN = new Source("", "");
    }
}
