package io.jenkins.plugins.mlci.shared.history.jdbc;

import static io.jenkins.plugins.mlci.shared.history.jdbc.Samples.id;
import static io.jenkins.plugins.mlci.shared.history.jdbc.Samples.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jenkins.plugins.mlci.shared.history.HistoryException;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import io.jenkins.plugins.mlci.shared.history.HistoryUnavailableException;
import io.jenkins.plugins.mlci.shared.history.StoreLocation;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only a store on a server can go through. */
class PostgreSqlStoreTest {
    private static final String SECRET = "s3cr3t-passphrase";

    @TempDir
    Path directory;

    @Test
    void comesBackWithItsServer() throws Exception {
        int port = freePort();
        Path data = directory.resolve("data");
        HistoryStore store;
        try (EmbeddedPostgres server = start(port, data)) {
            store = open(SharedPostgres.location(server).withTimeout(Duration.ofSeconds(4)));
            store.builds().record(record(1));
        }
        try (store) {
            assertThatExceptionOfType(HistoryUnavailableException.class)
                    .isThrownBy(() -> store.builds().record(record(2)))
                    .withMessageContaining("Cannot write the history in jdbc:postgresql://localhost:" + port);
            assertThatExceptionOfType(HistoryUnavailableException.class)
                    .isThrownBy(() -> store.builds().find(id(1)));
            try (EmbeddedPostgres server = start(port, data)) {
                assertThat(server.getPort()).isEqualTo(port);
                store.builds().record(record(2));
                assertThat(store.builds().find(id(1))).contains(record(1));
                assertThat(store.builds().find(id(2))).contains(record(2));
            }
        }
    }

    @Test
    void saysThatNobodyAnswers() throws Exception {
        String url = "jdbc:postgresql://localhost:" + freePort() + "/history?password=" + SECRET;
        HistoryUnavailableException refusal = refusal(StoreLocation.postgresql(url, "someone", () -> SECRET));
        assertThat(refusal).hasMessageContaining("the database cannot be reached");
        assertThat(trace(refusal)).doesNotContain(SECRET);
    }

    @Test
    void saysThatTheLoginIsRefused() throws Exception {
        StoreLocation.PostgreSql open = (StoreLocation.PostgreSql) SharedPostgres.emptyStore();
        HistoryUnavailableException refusal =
                refusal(StoreLocation.postgresql(open.url(), "nobody_of_that_name", () -> SECRET));
        assertThat(refusal).hasMessageContaining("the login was refused. Check user and password");
        assertThat(trace(refusal)).doesNotContain(SECRET);
    }

    @Test
    void refusesAnAddressOfAnotherKindWithoutRepeatingIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StoreLocation.postgresql("jdbc:mysql://u:" + SECRET + "@host/db", "u", () -> SECRET))
                .withMessageNotContaining(SECRET);
        StoreLocation broken =
                StoreLocation.postgresql("jdbc:postgresql://u:" + SECRET + "@host:port/db", "u", () -> "");
        assertThatExceptionOfType(HistoryException.class)
                .isThrownBy(() -> open(broken))
                .satisfies(e -> assertThat(trace(e)).doesNotContain(SECRET));
    }

    @Test
    void asksForThePasswordOfEachConnection() throws Exception {
        StoreLocation.PostgreSql plain = (StoreLocation.PostgreSql) SharedPostgres.emptyStore();
        int[] asked = {0};
        StoreLocation counted = StoreLocation.postgresql(plain.url(), plain.user(), () -> {
            asked[0]++;
            return "postgres";
        });
        try (HistoryStore store = open(counted)) {
            store.builds().record(record(1));
            assertThat(asked[0]).isPositive();
            assertThat(counted.toString()).doesNotContain("postgres:postgres");
        }
    }

    @Test
    void refusesAHistoryThatANewerVersionWrote() throws Exception {
        StoreLocation location = SharedPostgres.emptyStore();
        open(location).close();
        SharedPostgres.execute(
                "INSERT INTO mlci.mlci_schema_history (installed_rank, version, description, type, script,"
                        + " installed_by, execution_time, success) VALUES (99, '999', 'future', 'SQL', 'V999', 'x', 1, TRUE)");
        try {
            assertThatExceptionOfType(HistoryException.class)
                    .isThrownBy(() -> open(location))
                    .withMessageContaining("a newer version of this software wrote it");
        } finally {
            SharedPostgres.execute("DELETE FROM mlci.mlci_schema_history WHERE version = '999'");
        }
    }

    @Test
    void compactsAndGoesOn() {
        try (HistoryStore store = open(SharedPostgres.emptyStore())) {
            store.builds().record(record(1));
            store.builds().record(record(2));
            store.builds().delete(id(1));
            store.compact();
            assertThat(store.builds().find(id(2))).contains(record(2));
        }
    }

    private static EmbeddedPostgres start(int port, Path data) throws Exception {
        SharedPostgres.emptyStore();
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .start();
    }

    private static HistoryUnavailableException refusal(StoreLocation location) {
        StoreLocation impatient = ((StoreLocation.PostgreSql) location).withTimeout(Duration.ofSeconds(1));
        try (HistoryStore store = open(impatient)) {
            throw new AssertionError("It should not open: " + store);
        } catch (HistoryUnavailableException e) {
            return e;
        }
    }

    private static String trace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static HistoryStore open(StoreLocation location) {
        return JdbcHistoryStore.open(location, StoreTest.CLOCK, Thread::new);
    }
}
