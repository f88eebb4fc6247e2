package io.jenkins.plugins.mlci.shared.history.jdbc;

import static io.jenkins.plugins.mlci.shared.history.jdbc.Samples.JOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.mlci.shared.history.BuildQuery;
import io.jenkins.plugins.mlci.shared.history.BuildRecord;
import io.jenkins.plugins.mlci.shared.history.HistoryException;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FullDiskTest {
    @TempDir
    Path directory;

    @BeforeEach
    void register() {
        FullDisk.register();
        makeRoom();
    }

    @AfterEach
    void makeRoom() {
        FullDisk.SPACE.set(Long.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 5_000, 50_000, 123_456})
    void saysSoAndGoesOnWhenThereIsRoomAgain(long space) {
        try (HistoryStore store = open()) {
            for (long number = 1; number <= 5; number++) {
                store.builds().record(build(number));
            }
            FullDisk.SPACE.set(space);
            long recorded = recordUntilFull(store, 6);
            assertThatExceptionOfType(HistoryException.class)
                    .isThrownBy(() -> store.builds().record(build(recorded + 1)))
                    .withMessageContaining("Is it full?");
            makeRoom();
            assertConsistent(store, recorded);
            store.builds().record(build(recorded + 1));
            assertConsistent(store, recorded + 1);
        }
        try (HistoryStore store = open()) {
            assertThat(store.builds().list(BuildQuery.of(JOB))).hasSizeGreaterThan(5);
        }
    }

    private static long recordUntilFull(HistoryStore store, long first) {
        for (long number = first; ; number++) {
            try {
                store.builds().record(build(number));
            } catch (HistoryException e) {
                assertThat(e).hasMessageContaining("Is it full?").hasMessageContaining("No space left");
                return number - 1;
            }
        }
    }

    /** All that was acknowledged is there; what failed may be there as a whole or not at all. */
    private static void assertConsistent(HistoryStore store, long acknowledged) {
        List<BuildRecord> builds = store.builds().read(BuildQuery.of(JOB)).toList();
        assertThat(builds.size()).isBetween((int) acknowledged, (int) acknowledged + 1);
        for (int i = 0; i < builds.size(); i++) {
            assertThat(builds.get(i)).isEqualTo(build(i + 1));
        }
        assertThat(store.tests().statistics(JOB).values()).allMatch(statistics -> statistics.runs() == builds.size());
    }

    private static BuildRecord build(long number) {
        return Samples.large(number, 500, new Random(number));
    }

    private HistoryStore open() {
        EmbeddedEngine engine =
                new EmbeddedEngine(directory, "the history in " + directory, FullDisk.SCHEME + ":async:", Thread::new);
        return JdbcHistoryStore.open(engine, StoreTest.CLOCK, Thread::new);
    }
}
