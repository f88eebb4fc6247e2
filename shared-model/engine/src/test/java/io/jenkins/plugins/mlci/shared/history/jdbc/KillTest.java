package io.jenkins.plugins.mlci.shared.history.jdbc;

import static io.jenkins.plugins.mlci.shared.history.jdbc.Samples.JOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.mlci.shared.history.BuildQuery;
import io.jenkins.plugins.mlci.shared.history.BuildRecord;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import io.jenkins.plugins.mlci.shared.history.HistoryUnavailableException;
import io.jenkins.plugins.mlci.shared.history.StoreLocation;
import io.jenkins.plugins.mlci.shared.history.TestStatistics;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An embedded store and processes that are killed without warning. */
class KillTest {
    private static final int ROUNDS = Integer.getInteger("mlci.kill.rounds", 6);

    private final Random random = new Random(20261123);

    @TempDir
    Path directory;

    private Path path;

    @BeforeEach
    void choosePath() {
        path = directory.resolve("store");
    }

    @Test
    void losesNothingThatWasRecorded() throws Exception {
        long acknowledged = 0;
        for (int round = 0; round < ROUNDS; round++) {
            // Some rounds are killed while they open, some while they record, some while they compact and close.
            long closeAfter = round % 3 == 2 ? acknowledged + 5 : Long.MAX_VALUE;
            int linesBefore = round % 3 == 0 && round > 0 ? 0 : 1 + random.nextInt(60);
            acknowledged = Math.max(acknowledged, runAndKill(acknowledged + 1, closeAfter, linesBefore));
            verify(acknowledged);
        }
        assertThat(acknowledged).isPositive();
    }

    @Test
    void refusesAStoreThatAnotherProcessHasOpen() throws Exception {
        try (RecordingProcess process = RecordingProcess.start(path, 1, Long.MAX_VALUE)) {
            process.awaitReady();
            assertThatExceptionOfType(HistoryUnavailableException.class)
                    .isThrownBy(this::open)
                    .withMessageContaining("Cannot open the history in " + path)
                    .withMessageContaining("another process");
            process.kill();
        }
        try (HistoryStore store = open();
                RecordingProcess process = RecordingProcess.start(path, 1, Long.MAX_VALUE)) {
            assertThat(store.jobs().names().size()).isLessThanOrEqualTo(1);
            assertThat(process.line()).contains("another process").contains(path.toString());
        }
    }

    /** Returns the number of the last build that was acknowledged; the process may have recorded one more. */
    private long runAndKill(long first, long closeAfter, int linesBefore) throws Exception {
        long last = 0;
        try (RecordingProcess process = RecordingProcess.start(path, first, closeAfter)) {
            for (int lines = 0; lines < linesBefore; lines++) {
                String line = process.line();
                last = Math.max(last, number(line));
                if (line == null || line.equals("closing")) {
                    break;
                }
            }
            LockSupport.parkNanos(random.nextInt(linesBefore == 0 ? 1_500_000_000 : 20_000_000));
            for (String line : process.kill()) {
                last = Math.max(last, number(line));
            }
        }
        return last;
    }

    private static long number(String line) {
        return line != null && line.matches("\\d+") ? Long.parseLong(line) : 0;
    }

    private void verify(long acknowledged) {
        try (HistoryStore store = open()) {
            List<BuildRecord> builds = store.builds().read(BuildQuery.of(JOB)).toList();
            assertThat(builds.size()).isBetween((int) acknowledged, (int) acknowledged + 1);
            for (int i = 0; i < builds.size(); i++) {
                assertThat(builds.get(i)).isEqualTo(RecordingProcess.build(i + 1));
            }
            if (!builds.isEmpty()) {
                assertThat(store.tests().statistics(JOB).values())
                        .hasSize(RecordingProcess.TESTS)
                        .extracting(TestStatistics::runs)
                        .containsOnly((long) builds.size());
            }
        }
    }

    private HistoryStore open() {
        return JdbcHistoryStore.open(StoreLocation.embedded(path), StoreTest.CLOCK, Thread::new);
    }
}
