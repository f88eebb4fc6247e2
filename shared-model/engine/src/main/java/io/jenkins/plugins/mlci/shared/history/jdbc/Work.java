package io.jenkins.plugins.mlci.shared.history.jdbc;

import java.sql.SQLException;

/** What is done with a transaction. It may be done again when the database asks for that, so it changes nothing else. */
@FunctionalInterface
interface Work<T> {
    T run(Transaction transaction) throws SQLException;
}
