package io.jenkins.plugins.mlci.logscan.replay;

import java.io.IOException;
import java.util.List;
import java.util.Objects;

/**
 * A recorded log with what is known of it.
 *
 * @param source the data set, for example {@code cidiff}
 * @param project whose log it is: cases of one project are left out together
 * @param name of the case within its source
 * @param log reads the log
 * @param good the logs of good builds of the same job, oldest first; empty when there is none
 * @param labels what people said about its lines
 * @param category what kind of failure it is, in the words of the source; empty when not said
 * @param failed whether the build failed
 */
public record LogCase(
        String source,
        String project,
        String name,
        Bytes log,
        List<Bytes> good,
        LineLabels labels,
        String category,
        boolean failed) {
    public LogCase {
        Objects.requireNonNull(log, "log");
        Objects.requireNonNull(labels, "labels");
        good = List.copyOf(good);
    }

    /** Reads a file when it is wanted, so that not all are in memory. */
    @FunctionalInterface
    public interface Bytes {
        /** All bytes, decompressed. */
        byte[] read() throws IOException;
    }
}
