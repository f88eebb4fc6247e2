package io.jenkins.plugins.mlci.shared.history.jdbc;

import static io.jenkins.plugins.mlci.shared.history.jdbc.Samples.AUTHOR;
import static io.jenkins.plugins.mlci.shared.history.jdbc.Samples.JOB;
import static io.jenkins.plugins.mlci.shared.history.jdbc.Samples.id;
import static io.jenkins.plugins.mlci.shared.history.jdbc.Samples.record;
import static io.jenkins.plugins.mlci.shared.history.jdbc.Samples.test;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.jenkins.plugins.mlci.shared.history.BuildQuery;
import io.jenkins.plugins.mlci.shared.history.HistoryException;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import io.jenkins.plugins.mlci.shared.history.HistoryUnavailableException;
import io.jenkins.plugins.mlci.shared.history.Outcome;
import io.jenkins.plugins.mlci.shared.history.StoreLocation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only an embedded store can go through. */
class EmbeddedStoreTest {
    @TempDir
    Path directory;

    @Test
    void refusesToOpenAStoreTwiceInOneProcess() {
        try (HistoryStore store = open()) {
            assertThatExceptionOfType(HistoryUnavailableException.class)
                    .isThrownBy(this::open)
                    .withMessageContaining("Cannot open the history in " + path());
            assertThat(store.jobs().names()).isEmpty();
        }
        open().close();
    }

    @Test
    void saysThatItIsClosed() {
        HistoryStore store = open();
        store.close();
        store.close();
        assertThatIllegalStateException()
                .isThrownBy(() -> store.jobs().names())
                .withMessageContaining("Closed already");
    }

    @Test
    void leavesADamagedFileAsItIs() throws IOException {
        try (HistoryStore store = open()) {
            store.builds().record(Samples.large(1, 200, new Random(1)));
        }
        byte[] bytes = Files.readAllBytes(file());
        byte[] noise = new byte[bytes.length];
        new Random(1).nextBytes(noise);
        Files.write(file(), noise);
        assertThatExceptionOfType(HistoryException.class)
                .isThrownBy(this::open)
                .withMessageContaining("Cannot open the history in " + path())
                .withMessageContaining("damaged");
        assertThat(Files.readAllBytes(file())).isEqualTo(noise);
        try (var files = Files.list(path())) {
            assertThat(files)
                    .extracting(Path::getFileName)
                    .extracting(Path::toString)
                    .containsExactlyInAnyOrder("history.mv.db", "history.lock");
        }
        Files.write(file(), bytes);
        try (HistoryStore store = open()) {
            assertThat(store.builds().find(id(1))).isPresent();
        }
    }

    @Test
    void refusesADirectoryThatIsAFile() throws IOException {
        Files.writeString(path(), "not a directory");
        assertThatExceptionOfType(HistoryException.class)
                .isThrownBy(this::open)
                .withMessageContaining("its directory cannot be created or written");
    }

    @Test
    void refusesAPathThatH2CannotName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StoreLocation.embedded(directory.resolve("a;b")))
                .withMessageContaining("without semicolon");
    }

    @Test
    void livesInADirectoryWithAStrangeName() {
        StoreLocation strange = StoreLocation.embedded(directory.resolve("a b#c%20'\u00e9?=&"));
        try (HistoryStore store = JdbcHistoryStore.open(strange, StoreTest.CLOCK, Thread::new)) {
            store.builds().record(record(1));
            assertThat(store.builds().find(id(1))).isPresent();
        }
    }

    @Test
    void worksInAnInterruptedThread() {
        try (HistoryStore store = open()) {
            for (long number = 1; number <= 20; number++) {
                Thread.currentThread().interrupt();
                store.builds().record(record(number, test("a", Outcome.PASSED, 1)));
                assertThat(store.builds().find(id(number))).isPresent();
                assertThat(Thread.interrupted()).isTrue();
            }
        }
        try (HistoryStore store = open()) {
            assertThat(store.builds().list(BuildQuery.of(JOB))).hasSize(20);
        }
    }

    @Test
    void keepsNothingOfErasedPeopleInItsFile() throws IOException {
        try (HistoryStore store = open()) {
            store.builds().record(record(1, test("secretTestName", Outcome.PASSED, 1)));
            assertThat(content()).contains(AUTHOR).contains("secretTestName");
            store.builds().eraseAuthor(AUTHOR);
            store.compact();
            assertThat(content()).doesNotContain(AUTHOR).contains("secretTestName");
            store.builds().delete(id(1));
            store.compact();
            assertThat(content()).doesNotContain("secretTestName");
            store.builds().record(record(2));
            assertThat(store.builds().find(id(2))).isPresent();
        }
    }

    @Test
    void takesAtMostFourBytesATestOutcome() throws IOException {
        int tests = 2000;
        int builds = 60;
        Random random = new Random(1);
        try (HistoryStore store = open()) {
            for (long number = 1; number <= builds; number++) {
                store.builds().record(Samples.large(number, tests, random));
            }
        }
        // A fixed part of names, statistics and empty tables weighs more here than in 2,000 builds.
        assertThat(Files.size(file())).isLessThan(4L * tests * builds);
    }

    private String content() throws IOException {
        return Files.readString(file(), StandardCharsets.ISO_8859_1);
    }

    private Path path() {
        return directory.resolve("store");
    }

    private Path file() {
        return path().resolve("history.mv.db");
    }

    private HistoryStore open() {
        return JdbcHistoryStore.open(StoreLocation.embedded(path()), StoreTest.CLOCK, Thread::new);
    }
}
