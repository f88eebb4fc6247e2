package io.jenkins.plugins.mlci.deploygate;

import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import io.jenkins.plugins.mlci.shared.history.StoreLocation;
import io.jenkins.plugins.mlci.shared.history.jdbc.JdbcHistoryStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** A history in a temporary folder. */
public final class MemoryStore {
    /** A Tuesday. */
    public static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    /** Stands still. */
    public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private MemoryStore() {}

    /** Opens it. */
    public static HistoryStore in(Path folder) {
        return JdbcHistoryStore.open(StoreLocation.embedded(folder.resolve("history")), CLOCK, Thread::new);
    }
}
