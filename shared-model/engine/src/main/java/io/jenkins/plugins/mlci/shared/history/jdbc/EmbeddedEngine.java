package io.jenkins.plugins.mlci.shared.history.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.jenkins.plugins.mlci.shared.history.HistoryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.jdbcx.JdbcDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * H2 in a directory of its own.
 *
 * <p>What makes it survive: with {@code WRITE_DELAY=0} a commit hands its data to the operating system before it returns, so
 * that a killed process loses nothing; a second after a commit at the latest {@code CHECKPOINT SYNC} has the operating system
 * write too, so that a power failure takes a second at most. To do that at each commit would make recording many times slower.
 * H2 waits for its own writing thread in a way that an interrupt cuts short, and an
 * interrupted thread closes an ordinary file channel for all. Pipelines interrupt threads. So all transactions that write run
 * one by one in a thread that nobody else can interrupt, and reading goes through H2's {@code async:} file system, whose
 * channels stay open.
 */
final class EmbeddedEngine implements Engine {
    static final String IN_USE =
            "another process, or another part of this one, has it open. Close that one, or choose another directory";
    private static final Logger LOGGER = LoggerFactory.getLogger(EmbeddedEngine.class);
    private static final String FILE = "history";
    // Rewriting this much takes a second or two; more than that waits for a call of compact().
    private static final long COMPACT_AT_CLOSE = 256L << 20;

    private static final String TABLES =
            "SELECT COUNT(*) FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_NAME = '" + Database.MIGRATED + "'";

    private final Path directory;
    private final String description;
    private final JdbcDataSource source = new JdbcDataSource();
    private final DirectoryLock lock;
    private final FileSeal seal;
    private final WriterThread writer;
    private final AtomicInteger generation = new AtomicInteger();
    private volatile boolean shutDown;

    /**
     * Claims the directory.
     *
     * @param fileSystem prefix of the H2 file system to use, for example {@code async:}
     */
    EmbeddedEngine(Path directory, String description, String fileSystem, ThreadFactory threads) {
        this.directory = directory;
        this.description = description;
        String url =
                "jdbc:h2:" + fileSystem + directory.resolve(FILE).toString().replace('\\', '/');
        source.setURL(url + ";WRITE_DELAY=0;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0");
        source.setUser("sa");
        source.setPassword("");
        try {
            Files.createDirectories(directory);
            this.lock = DirectoryLock.claim(
                    directory.resolve("history.lock"), "Cannot open " + description + ": " + IN_USE);
        } catch (IOException e) {
            throw new HistoryException(
                    "Cannot open " + description + ": its directory cannot be created or written (" + e + ")", e);
        }
        this.seal = new FileSeal(directory, FILE, file());
        try {
            breakSeal(url);
        } catch (RuntimeException e) {
            lock.release();
            throw e;
        }
        this.writer = new WriterThread(threads);
    }

    /** H2 changes what it opens, so a file that is in doubt must not reach it. */
    private void breakSeal(String url) {
        try {
            Optional<String> doubt = seal.doubt();
            if (doubt.isEmpty() && seal.wasLeftOpen() && !hasTables(url)) {
                doubt = Optional.of(Failures.DAMAGED + "its tables are gone)");
            }
            if (doubt.isPresent()) {
                throw new HistoryException("Cannot open " + description + ": " + doubt.get());
            }
            seal.breakOpen();
        } catch (SQLException e) {
            throw new Failures(description).translate("open", e);
        } catch (IOException e) {
            throw new HistoryException(
                    "Cannot open " + description + ": its directory cannot be read or written (" + e + ")", e);
        }
    }

    private static boolean hasTables(String url) throws SQLException {
        JdbcDataSource reading = new JdbcDataSource();
        reading.setURL(url + ";ACCESS_MODE_DATA=r;IFEXISTS=TRUE;TRACE_LEVEL_FILE=0");
        reading.setUser("sa");
        reading.setPassword("");
        try (Connection connection = reading.getConnection();
                Statement statement = connection.createStatement();
                ResultSet tables = statement.executeQuery(TABLES)) {
            return tables.next() && tables.getInt(1) > 0;
        }
    }

    @Override
    public void opened() {
        seal.exists();
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public void configure(HikariConfig config) {
        config.setDataSource(source);
        config.setAutoCommit(false);
        config.setMaximumPoolSize(4);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(10_000);
    }

    @Override
    public String schema() {
        return "PUBLIC";
    }

    @Override
    public String bytesType() {
        return "VARBINARY";
    }

    @Override
    public <T> T serialize(Database.SqlCall<T> call) throws SQLException {
        return writer.run(call);
    }

    @Override
    public void afterCommit() {
        writer.soon(this::sync);
    }

    @Override
    public int generation() {
        return generation.get();
    }

    @Override
    public void recover(HikariDataSource pool, SQLException failure, int before) {
        if (Failures.isBrokenStorage(failure) && generation.compareAndSet(before, before + 1)) {
            try {
                execute("SHUTDOWN IMMEDIATELY");
            } catch (SQLException e) {
                // It is down already, or will say again what is wrong with it when it is used next.
                LOGGER.debug("Starting {} anew", description, e);
            }
            pool.getHikariPoolMXBean().softEvictConnections();
        }
    }

    @Override
    public void compact(HikariDataSource pool) throws SQLException {
        execute("SHUTDOWN COMPACT");
        pool.getHikariPoolMXBean().softEvictConnections();
    }

    @Override
    public void beforeClose(HikariDataSource pool) throws SQLException {
        execute(isSmall() ? "SHUTDOWN COMPACT" : "SHUTDOWN");
        shutDown = true;
    }

    @Override
    public void abandon() {
        try {
            execute("SHUTDOWN IMMEDIATELY");
        } catch (SQLException e) {
            LOGGER.debug("{} was not open", description, e);
        }
    }

    private void sync() {
        try {
            execute("CHECKPOINT SYNC");
        } catch (SQLException e) {
            // H2 closes a database that it cannot write; whoever uses it next hears of that.
            LOGGER.warn("The disk did not confirm what was written to {}", description, e);
        }
    }

    @Override
    public void close() {
        writer.close();
        if (shutDown) {
            seal.close();
        }
        lock.release();
    }

    // Not by the pool, which would want its connection back in good order.
    private void execute(String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Path file() {
        return directory.resolve(FILE + ".mv.db");
    }

    private boolean isSmall() {
        try {
            return Files.size(file()) <= COMPACT_AT_CLOSE;
        } catch (IOException e) {
            return false;
        }
    }
}
