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
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
                    .containsExactlyInAnyOrder("history.mv.db", "history.lock", "history.closed");
        }
        Files.write(file(), bytes);
        try (HistoryStore store = open()) {
            assertThat(store.builds().find(id(1))).isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.99, 0.9, 0.5, 0.03, 0.0001, 0})
    void leavesAFileThatWasCutOffAsItIs(double kept) throws IOException {
        byte[] bytes = recorded();
        assertThatIsRefused(Arrays.copyOf(bytes, (int) (kept * bytes.length)));
        Files.write(file(), bytes);
        assertThatTheBuildIsThere(path());
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 16, 64, 128})
    void leavesAFileThatWasOverwrittenAsItIs(int kilobytes) throws IOException {
        byte[] bytes = recorded();
        byte[] noise = new byte[kilobytes << 10];
        new Random(kilobytes).nextBytes(noise);
        for (int at : new int[] {bytes.length - noise.length, (bytes.length - noise.length) / 2}) {
            byte[] damaged = bytes.clone();
            System.arraycopy(noise, 0, damaged, at, noise.length);
            assertThatIsRefused(damaged);
        }
        Files.write(file(), bytes);
        assertThatTheBuildIsThere(path());
    }

    @Test
    void goesOnWithWhatAKilledProcessLeft() throws IOException {
        Path left = Files.createDirectories(directory.resolve("left"));
        try (HistoryStore store = open()) {
            store.builds().record(Samples.large(1, 200, new Random(1)));
            Files.copy(file(), left.resolve("history.mv.db"));
            Files.copy(path().resolve("history.open"), left.resolve("history.open"));
        }
        assertThatTheBuildIsThere(left);
        assertThat(left.resolve("history.closed")).exists();
        assertThat(left.resolve("history.open")).doesNotExist();
    }

    @Test
    void refusesWhatAKilledProcessLeftWithoutItsTables() throws Exception {
        Files.createDirectories(path());
        String url = "jdbc:h2:" + path().resolve("history");
        try (var connection = DriverManager.getConnection(url, "sa", "");
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE other(id INT)");
        }
        Files.createFile(path().resolve("history.open"));
        assertThatIsRefused(Files.readAllBytes(file()));
    }

    @Test
    void aFileThatSomebodyPutThereIsUsedOnceTheSealIsGone() throws IOException {
        byte[] first = recorded();
        try (HistoryStore store = open()) {
            store.builds().record(record(2));
        }
        assertThatIsRefused(first);
        Files.delete(path().resolve("history.closed"));
        assertThatTheBuildIsThere(path());
    }

    @Test
    void beginsAnewWhereTheFileWasMovedAway() throws IOException {
        recorded();
        Files.delete(file());
        try (HistoryStore store = open()) {
            assertThat(store.jobs().names()).isEmpty();
        }
    }

    private byte[] recorded() throws IOException {
        try (HistoryStore store = open()) {
            store.builds().record(Samples.large(1, 5000, new Random(1)));
        }
        return Files.readAllBytes(file());
    }

    private void assertThatIsRefused(byte[] content) throws IOException {
        Files.write(file(), content);
        assertThatExceptionOfType(HistoryException.class)
                .isThrownBy(this::open)
                .withMessageContaining("Cannot open the history in " + path())
                .withMessageContaining("damaged and was left as it is");
        assertThat(Files.readAllBytes(file())).isEqualTo(content);
    }

    private static void assertThatTheBuildIsThere(Path path) {
        try (HistoryStore store = JdbcHistoryStore.open(StoreLocation.embedded(path), StoreTest.CLOCK, Thread::new)) {
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
