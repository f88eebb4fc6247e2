package io.jenkins.plugins.mlci.shared.history.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.jenkins.plugins.mlci.shared.history.HistoryException;
import io.jenkins.plugins.mlci.shared.history.columnar.CorruptPayloadException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/** Connections and transactions of one database. */
final class Database implements AutoCloseable {
    /** The table that says how far the tables have come. */
    static final String MIGRATED = "mlci_schema_history";

    private static final int ATTEMPTS = 20;
    private static final String MIGRATIONS = "classpath:io/jenkins/plugins/mlci/shared/history/migration";

    private final Engine engine;
    private final HikariDataSource pool;
    private final Failures failures;
    // Transactions share it, maintenance has it alone.
    private final ReadWriteLock use = new ReentrantReadWriteLock();
    private volatile boolean closed;

    private Database(Engine engine, HikariDataSource pool, Failures failures) {
        this.engine = engine;
        this.pool = pool;
        this.failures = failures;
    }

    static Database open(Engine engine, ThreadFactory threads) {
        Failures failures = new Failures(engine.description());
        HikariConfig config = new HikariConfig();
        config.setPoolName("mlci-history");
        config.setThreadFactory(threads);
        engine.configure(config);
        HikariDataSource pool = null;
        try {
            pool = new HikariDataSource(config);
            migrate(engine, pool);
            engine.opened();
            return new Database(engine, pool, failures);
        } catch (RuntimeException e) {
            if (pool != null) {
                pool.close();
                engine.abandon();
            }
            throw e instanceof HistoryException known ? known : failures.translate("open", e);
        }
    }

    /** Runs a transaction that changes nothing. */
    <T> T read(Work<T> work) {
        return locked("read", () -> attempt(work));
    }

    /** Runs a transaction; once this returns, what it wrote survives a killed process. */
    <T> T write(Work<T> work) {
        return locked("write", () -> engine.serialize(() -> retrying(work)));
    }

    void compact() {
        use.writeLock().lock();
        try {
            guarded(
                    "compact",
                    () -> engine.serialize(() -> {
                        engine.compact(pool);
                        return null;
                    }));
        } finally {
            use.writeLock().unlock();
        }
    }

    @Override
    public void close() {
        use.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                try {
                    // First, since its threads would open a database again that was shut down before them.
                    pool.close();
                    guarded(
                            "close",
                            () -> engine.serialize(() -> {
                                engine.beforeClose(pool);
                                return null;
                            }));
                } finally {
                    engine.close();
                }
            }
        } finally {
            use.writeLock().unlock();
        }
    }

    /** What a transaction throws that finds something gone which it just saw; it is done again. */
    static SQLException conflict() {
        return new SQLException("Another transaction was in the way", "40001");
    }

    private <T> T locked(String what, SqlCall<T> call) {
        use.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("Closed already: " + engine.description());
            }
            return guarded(what, call);
        } finally {
            use.readLock().unlock();
        }
    }

    private <T> T guarded(String what, SqlCall<T> call) {
        // Waiting for a connection would end at once in an interrupted thread; the interrupt is for the caller's own
        // waiting.
        boolean interrupted = Thread.interrupted();
        int generation = engine.generation();
        try {
            return call.run();
        } catch (SQLException e) {
            engine.recover(pool, e, generation);
            throw failures.translate(what, e);
        } catch (CorruptPayloadException e) {
            throw failures.translate(what, e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private <T> T retrying(Work<T> work) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                T result = attempt(work);
                engine.afterCommit();
                return result;
            } catch (SQLException e) {
                if (attempt == ATTEMPTS || !Failures.isWorthAnotherTry(e)) {
                    throw e;
                }
            }
        }
    }

    private <T> T attempt(Work<T> work) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            Transaction transaction = new Transaction(connection);
            T result = work.run(transaction);
            connection.commit();
            transaction.committed();
            return result;
            // Hikari rolls back what was not committed.
        }
    }

    private static void migrate(Engine engine, HikariDataSource pool) {
        Flyway flyway = Flyway.configure(Database.class.getClassLoader())
                .dataSource(pool)
                .locations(MIGRATIONS)
                .placeholders(Map.of("bytes", engine.bytesType()))
                .defaultSchema(engine.schema())
                .table(MIGRATED)
                // Refuses a history that a newer version wrote.
                .ignoreMigrationPatterns(new String[0])
                .load();
        try {
            for (MigrationInfo migration : flyway.info().all()) {
                if (migration.getState().isFailed()) {
                    flyway.repair();
                    break;
                }
            }
            flyway.migrate();
        } catch (FlywayException e) {
            if (e.getMessage() != null && e.getMessage().contains("not resolved locally")) {
                throw new HistoryException(
                        "Cannot open " + engine.description()
                                + ": a newer version of this software wrote it. Update, or choose another place",
                        e);
            }
            throw e;
        }
    }

    /** Something to do with the database. */
    @FunctionalInterface
    interface SqlCall<T> {
        T run() throws SQLException;
    }
}
