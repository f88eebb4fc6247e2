package io.jenkins.plugins.mlci.shared.history.jdbc;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;

/** A transaction under way. */
final class Transaction {
    private final Connection connection;
    private final List<Runnable> afterCommit = new ArrayList<>();

    Transaction(Connection connection) {
        this.connection = connection;
    }

    Connection connection() {
        return connection;
    }

    /** Has something done once it is certain that the transaction holds. */
    void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    void committed() {
        afterCommit.forEach(Runnable::run);
    }
}
