package io.jenkins.plugins.mlci.benchmark.history;

import io.jenkins.plugins.mlci.shared.history.BuildQuery;
import io.jenkins.plugins.mlci.shared.history.BuildRecord;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import io.jenkins.plugins.mlci.shared.history.StoreLocation;
import io.jenkins.plugins.mlci.shared.history.jdbc.JdbcHistoryStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Measures an embedded store with many builds.
 *
 * @param outcomes test outcomes recorded
 * @param recordSeconds time to record them
 * @param openBytes size of the directory before the store was closed
 * @param closeSeconds time to close the store, which compacts it
 * @param closedBytes size of the directory after that
 * @param readSeconds time to open the store again and to read all builds
 */
record StoreSize(
        long outcomes,
        double recordSeconds,
        long openBytes,
        double closeSeconds,
        long closedBytes,
        double readSeconds) {

    /** Fills a store in an empty directory. */
    static StoreSize measure(Path directory, int tests, int builds) throws IOException {
        SyntheticBuilds synthetic = new SyntheticBuilds(tests, 1);
        long recording = 0;
        long closing;
        long openBytes;
        try (HistoryStore store = open(directory)) {
            for (int number = 1; number <= builds; number++) {
                BuildRecord build = synthetic.next(number);
                long start = System.nanoTime();
                store.builds().record(build);
                recording += System.nanoTime() - start;
            }
            openBytes = bytes(directory);
            closing = System.nanoTime();
        }
        double closeSeconds = seconds(System.nanoTime() - closing);
        long closedBytes = bytes(directory);
        long reading = System.nanoTime();
        long read;
        try (HistoryStore store = open(directory)) {
            read = store.builds()
                    .read(BuildQuery.of(SyntheticBuilds.JOB))
                    .mapToLong(build -> build.tests().size())
                    .sum();
            reading = System.nanoTime() - reading;
        }
        return new StoreSize(read, seconds(recording), openBytes, closeSeconds, closedBytes, seconds(reading));
    }

    double bytesPerOutcome() {
        return (double) closedBytes / outcomes;
    }

    /** Arguments: an empty directory, tests a build, builds. */
    public static void main(String[] arguments) throws IOException {
        int tests = Integer.parseInt(arguments[1]);
        int builds = Integer.parseInt(arguments[2]);
        StoreSize size = measure(Path.of(arguments[0]), tests, builds);
        System.out.printf(
                Locale.ROOT,
                "%d tests x %d builds: recorded in %.1f s (%.0f outcomes/s), %.1f MB; closed in %.1f s, %.2f MB,"
                        + " %.2f bytes an outcome; opened and read in %.1f s%n",
                tests,
                builds,
                size.recordSeconds(),
                size.outcomes() / size.recordSeconds(),
                size.openBytes() / 1e6,
                size.closeSeconds(),
                size.closedBytes() / 1e6,
                size.bytesPerOutcome(),
                size.readSeconds());
    }

    private static HistoryStore open(Path directory) {
        return JdbcHistoryStore.open(StoreLocation.embedded(directory), Clock.systemUTC(), Thread::new);
    }

    private static double seconds(long nanos) {
        return nanos / 1e9;
    }

    private static long bytes(Path directory) throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }
}
