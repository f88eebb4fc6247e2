package io.jenkins.plugins.mlci.shared.history.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;

/** What tells the two databases apart. */
interface Engine {
    /** Where the history is, for messages; without a secret. */
    String description();

    void configure(HikariConfig config);

    /** The schema that holds the tables. */
    String schema();

    /** The column type for bytes. */
    String bytesType();

    /** Hears that the database is open and has its tables. */
    default void opened() {}

    /** Lets go of a database that could not be opened, and writes nothing more to it. */
    default void abandon() {}

    /** Runs a transaction that writes, in a thread and at a time that suit the database. */
    <T> T serialize(Database.SqlCall<T> call) throws SQLException;

    /** Hears that a transaction that may have written was committed. */
    void afterCommit();

    /** Counts how often the database was started anew in this process. */
    int generation();

    /**
     * Hears of a failure, and starts the database anew where it cannot go on otherwise.
     *
     * @param generation what {@link #generation} said before what failed
     */
    void recover(HikariDataSource pool, SQLException failure, int generation);

    /** Gives space back. Nobody else uses the pool meanwhile. */
    void compact(HikariDataSource pool) throws SQLException;

    /** Does what must be done before the last connection is closed. */
    void beforeClose(HikariDataSource pool) throws SQLException;

    /** Lets go of everything else. */
    void close();
}
