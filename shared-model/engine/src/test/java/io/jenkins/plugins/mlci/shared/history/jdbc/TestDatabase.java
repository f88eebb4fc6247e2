package io.jenkins.plugins.mlci.shared.history.jdbc;

import io.jenkins.plugins.mlci.shared.history.StoreLocation;
import java.nio.file.Path;

/** The two databases that every test of the history runs on. */
enum TestDatabase {
    EMBEDDED {
        @Override
        StoreLocation emptyStore(Path directory) {
            return StoreLocation.embedded(directory.resolve("store"));
        }
    },
    POSTGRESQL {
        @Override
        StoreLocation emptyStore(Path directory) {
            return SharedPostgres.emptyStore();
        }
    };

    abstract StoreLocation emptyStore(Path directory);
}
