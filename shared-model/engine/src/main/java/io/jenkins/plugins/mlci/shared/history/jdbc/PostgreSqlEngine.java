package io.jenkins.plugins.mlci.shared.history.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.jenkins.plugins.mlci.shared.history.HistoryException;
import io.jenkins.plugins.mlci.shared.history.StoreLocation;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Supplier;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL database. Its own log makes a commit durable, and its locks keep transactions apart. */
final class PostgreSqlEngine implements Engine {
    private static final String SCHEMA = "mlci";
    private static final List<String> VACUUMS = List.of(
            "VACUUM FULL job",
            "VACUUM FULL build",
            "VACUUM FULL build_payload",
            "VACUUM FULL build_author",
            "VACUUM FULL test",
            "VACUUM FULL test_statistics",
            "VACUUM FULL decision",
            "VACUUM FULL deployment",
            "VACUUM FULL deployment_outcome",
            "VACUUM FULL incident",
            "VACUUM FULL failure_signature",
            "VACUUM FULL model_version");

    private final StoreLocation.PostgreSql location;

    PostgreSqlEngine(StoreLocation.PostgreSql location) {
        this.location = location;
    }

    @Override
    public String description() {
        return location.describe();
    }

    @Override
    public void configure(HikariConfig config) {
        FreshPassword source = new FreshPassword(location.user(), location.password());
        try {
            source.setUrl(location.url());
        } catch (IllegalArgumentException e) {
            // The cause is left out on purpose: its message repeats the URL, which may hold a password.
            throw new HistoryException(
                    "Cannot open " + description() + ": the address is not a JDBC URL of PostgreSQL");
        }
        // Not by the pool: it would set it in a transaction, and a rollback would take it back.
        source.setCurrentSchema(SCHEMA);
        config.setDataSource(source);
        config.setAutoCommit(false);
        config.setMaximumPoolSize(8);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(location.timeout().toMillis());
        config.setValidationTimeout(Math.min(5000, location.timeout().toMillis()));
    }

    @Override
    public String schema() {
        return SCHEMA;
    }

    @Override
    public String bytesType() {
        return "BYTEA";
    }

    @Override
    public <T> T serialize(Database.SqlCall<T> call) throws SQLException {
        return call.run();
    }

    @Override
    public void afterCommit() {
        // A commit is on the disk when it returns (synchronous_commit).
    }

    @Override
    public int generation() {
        return 0;
    }

    @Override
    public void recover(HikariDataSource pool, SQLException failure, int generation) {
        // Nothing: the pool makes new connections by itself.
    }

    @Override
    public void compact(HikariDataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            for (String vacuum : VACUUMS) {
                statement.execute(vacuum);
            }
        }
    }

    @Override
    public void beforeClose(HikariDataSource pool) {
        // Nothing: the server lives on.
    }

    @Override
    public void close() {
        // Nothing: the pool is all there is.
    }

    /** Asks for the password each time, so that none is kept and a new one is found. */
    private static final class FreshPassword extends PGSimpleDataSource {
        private static final long serialVersionUID = 1;

        private final String role;
        private final transient Supplier<String> password;

        FreshPassword(String role, Supplier<String> password) {
            this.role = role;
            this.password = password;
        }

        @Override
        public Connection getConnection() throws SQLException {
            return getConnection(role, password.get());
        }
    }
}
