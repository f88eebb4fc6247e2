package io.jenkins.plugins.mlci.shared.history;

import java.time.Instant;

/**
 * A failure as it was seen in one build. There is one for each signature and build.
 *
 * @param signature what makes equal failures equal; at most 255 characters
 * @param build the build that showed it; it need not be recorded yet
 * @param category kind of the failure, for example {@code network}; at most 255 characters
 * @param transientFailure whether trying again is likely to help
 * @param seen when
 * @param json masked cause lines and what fixed it, as JSON
 */
public record FailureSignature(
        String signature, BuildId build, String category, boolean transientFailure, Instant seen, String json) {}
