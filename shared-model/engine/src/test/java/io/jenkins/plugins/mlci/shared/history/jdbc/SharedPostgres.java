package io.jenkins.plugins.mlci.shared.history.jdbc;

import io.jenkins.plugins.mlci.shared.history.StoreLocation;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Assumptions;

/** One real PostgreSQL server for all tests; it starts with the first that needs it and ends with the JVM. */
final class SharedPostgres {
    private static EmbeddedPostgres server;
    private static String refusal;

    private SharedPostgres() {}

    /** A database without records. Its tables stay once they are there, which saves the time to make them again. */
    static synchronized StoreLocation emptyStore() {
        execute("DO $$ BEGIN IF to_regclass('mlci.job') IS NOT NULL THEN"
                + " TRUNCATE mlci.job, mlci.incident, mlci.model_version CASCADE; END IF; END $$");
        return location(server);
    }

    static synchronized void execute(String sql) {
        try (Connection connection = server().getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static StoreLocation.PostgreSql location(EmbeddedPostgres server) {
        return (StoreLocation.PostgreSql)
                StoreLocation.postgresql(server.getJdbcUrl("postgres", "postgres"), "postgres", () -> "postgres");
    }

    /** Starts a server, or skips the test where none can run, as for root without user namespaces. */
    static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder().start();
        } catch (IOException | IllegalStateException e) {
            Assumptions.abort("PostgreSQL does not start here (as root it needs `unshare -U`): " + e.getMessage());
            throw new AssertionError(e);
        }
    }

    private static EmbeddedPostgres server() {
        Assumptions.assumeTrue(refusal == null, refusal);
        if (server == null) {
            refusal = "PostgreSQL did not start before";
            server = start();
            refusal = null;
        }
        return server;
    }
}
