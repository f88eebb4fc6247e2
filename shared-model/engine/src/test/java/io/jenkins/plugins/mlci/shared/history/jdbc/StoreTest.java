package io.jenkins.plugins.mlci.shared.history.jdbc;

import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import io.jenkins.plugins.mlci.shared.history.StoreLocation;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A test that starts with an empty store and runs on both databases. */
@ParameterizedClass(name = "{0}")
@EnumSource(TestDatabase.class)
abstract class StoreTest {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05.678Z"), ZoneOffset.UTC);

    @Parameter
    TestDatabase database;

    @TempDir
    Path directory;

    StoreLocation location;
    HistoryStore store;

    @BeforeEach
    void openEmptyStore() {
        location = database.emptyStore(directory);
        store = open();
    }

    @AfterEach
    void closeStore() {
        if (store != null) {
            store.close();
        }
    }

    void reopen() {
        store.close();
        store = open();
    }

    HistoryStore open() {
        return JdbcHistoryStore.open(location, CLOCK, Thread::new);
    }
}
