package io.jenkins.plugins.mlci.logscan.signature;

import java.time.Instant;
import java.util.Objects;

/**
 * A failure of one job, over its builds.
 *
 * @param signature its id
 * @param category its kind, as it was seen last
 * @param count in how many builds it was seen
 * @param first when it was seen first
 * @param firstBuild number of the build that showed it first
 * @param last when it was seen last
 * @param lastBuild number of the build that showed it last
 * @param line the first cause line, secrets hidden; may be empty
 * @param retries how often it went away without a change
 * @param changes how often it went away with a change, or with one that is not known
 */
public record Recurring(
        String signature,
        String category,
        int count,
        Instant first,
        long firstBuild,
        Instant last,
        long lastBuild,
        String line,
        int retries,
        int changes) {
    public Recurring {
        Objects.requireNonNull(signature, "signature");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(line, "line");
    }
}
