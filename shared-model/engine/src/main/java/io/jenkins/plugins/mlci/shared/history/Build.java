package io.jenkins.plugins.mlci.shared.history;

import java.time.Duration;
import java.time.Instant;

/**
 * The facts of one build, without its changes and tests.
 *
 * @param id which build
 * @param started when it started
 * @param duration how long it took; zero when unknown
 * @param result how it ended
 * @param branch the branch it built, or the empty string when unknown
 * @param commit the full commit id that it built, or the empty string when unknown
 */
public record Build(BuildId id, Instant started, Duration duration, BuildResult result, String branch, String commit) {}
