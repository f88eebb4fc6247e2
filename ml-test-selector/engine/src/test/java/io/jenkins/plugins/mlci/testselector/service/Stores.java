package io.jenkins.plugins.mlci.testselector.service;

import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import io.jenkins.plugins.mlci.shared.history.StoreLocation;
import io.jenkins.plugins.mlci.shared.history.jdbc.JdbcHistoryStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** History stores for tests. */
final class Stores {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

    private Stores() {}

    static HistoryStore open(Path folder) {
        return JdbcHistoryStore.open(StoreLocation.embedded(folder), CLOCK, work -> {
            Thread thread = new Thread(work, "history");
            thread.setDaemon(true);
            return thread;
        });
    }
}
