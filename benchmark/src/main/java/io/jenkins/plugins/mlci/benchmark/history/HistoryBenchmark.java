package io.jenkins.plugins.mlci.benchmark.history;

import io.jenkins.plugins.mlci.shared.history.BuildQuery;
import io.jenkins.plugins.mlci.shared.history.BuildRecord;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import io.jenkins.plugins.mlci.shared.history.StoreLocation;
import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.shared.history.TestStatistics;
import io.jenkins.plugins.mlci.shared.history.jdbc.JdbcHistoryStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Test outcomes recorded and read in a second, by one thread, in an embedded store. One operation is one test outcome. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(1)
public class HistoryBenchmark {
    private static final int TESTS = 2000;
    private static final int KEPT = 100;

    private final SyntheticBuilds builds = new SyntheticBuilds(TESTS, 1);
    private BuildRecord[] prepared;
    private Path directory;
    private HistoryStore store;
    private long number;

    @Setup
    public void open() throws IOException {
        directory = Files.createTempDirectory("mlci-history");
        store = JdbcHistoryStore.open(StoreLocation.embedded(directory), Clock.systemUTC(), Thread::new);
        prepared = new BuildRecord[KEPT];
        for (int i = 0; i < KEPT; i++) {
            prepared[i] = builds.next(i + 1);
            store.builds().record(prepared[i]);
        }
        number = KEPT;
    }

    @TearDown
    public void close() throws IOException {
        store.close();
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(HistoryBenchmark::delete);
        }
    }

    /** A new build of 2,000 tests, with its changes and the statistics of its tests, in a transaction of its own. */
    @Benchmark
    @OperationsPerInvocation(TESTS)
    public void record() {
        BuildRecord build = prepared[(int) (number % KEPT)];
        number++;
        store.builds().record(SyntheticBuilds.renumbered(build, number));
    }

    /** The newest 100 builds of 2,000 tests with all that belongs to them. */
    @Benchmark
    @OperationsPerInvocation(TESTS * KEPT)
    public long read() {
        return store.builds()
                .read(BuildQuery.of(SyntheticBuilds.JOB).newest(KEPT))
                .mapToLong(build -> build.tests().size())
                .sum();
    }

    /** The statistics of all 2,000 tests. */
    @Benchmark
    @OperationsPerInvocation(TESTS)
    public Map<TestId, TestStatistics> statistics() {
        return store.tests().statistics(SyntheticBuilds.JOB);
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
