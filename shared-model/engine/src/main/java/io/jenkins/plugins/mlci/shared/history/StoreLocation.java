package io.jenkins.plugins.mlci.shared.history;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;

/** Where a history is kept. */
public sealed interface StoreLocation {
    /** How to say where, in a message; never with a secret. */
    String describe();

    /** A directory on this machine that holds an embedded database; created when missing. For one process at a time. */
    static StoreLocation embedded(Path directory) {
        return new Embedded(directory.toAbsolutePath().normalize());
    }

    /**
     * A PostgreSQL database (12 or newer), for many processes. The history lives in the schema {@code mlci}, which is created
     * when the user may do so.
     *
     * @param url JDBC URL, {@code jdbc:postgresql://host:port/database}
     * @param user role to log in with
     * @param password asked for each new connection, so that it may change; never kept
     */
    static StoreLocation postgresql(String url, String user, Supplier<String> password) {
        return new PostgreSql(url, user, password, Duration.ofSeconds(10));
    }

    /**
     * An embedded database.
     *
     * @param directory absolute path of the directory that holds the database and nothing else
     */
    record Embedded(Path directory) implements StoreLocation {
        public Embedded {
            if (directory.toString().indexOf(';') >= 0) {
                throw new IllegalArgumentException(
                        "The history cannot be kept in " + directory + ": choose a path without semicolon");
            }
        }

        @Override
        public String describe() {
            return "the history in " + directory;
        }
    }

    /**
     * A PostgreSQL database.
     *
     * @param url JDBC URL
     * @param user role to log in with
     * @param password asked for each new connection
     * @param timeout how long to wait for a connection
     */
    record PostgreSql(String url, String user, Supplier<String> password, Duration timeout) implements StoreLocation {
        public PostgreSql {
            if (!url.startsWith("jdbc:postgresql:")) {
                throw new IllegalArgumentException(
                        "The address of a PostgreSQL database starts with jdbc:postgresql: and this one does not");
            }
        }

        /** The same database with another time to wait for a connection, at least 250 ms. */
        public PostgreSql withTimeout(Duration other) {
            return new PostgreSql(url, user, password, other);
        }

        /** Leaves out the parameters of the URL, since they may hold a password. */
        @Override
        public String describe() {
            return "the history in " + url.replaceFirst("\\?.*", "").replaceFirst("//[^/]*@", "//");
        }

        @Override
        public String toString() {
            return describe();
        }
    }
}
