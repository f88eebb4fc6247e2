package io.jenkins.plugins.mlci.shared.registry;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Keeps versions as long as the process lives: for backtests and tests. */
public final class InMemoryModelStore implements ModelStore {
    private record Key(String purpose, Scope scope, long number) {
        static Key of(ModelVersion version) {
            return new Key(version.purpose(), version.scope(), version.number());
        }
    }

    private final Map<String, Long> lastNumbers = new TreeMap<>();
    private final List<ModelVersion> versions = new ArrayList<>();
    private final Map<Key, byte[]> contents = new java.util.HashMap<>();

    @Override
    public synchronized ModelVersion insert(String purpose, Scope scope, Instant created, String reason, byte[] json) {
        long number = lastNumbers.merge(purpose + "\n" + scope, 1L, Long::sum);
        ModelVersion version = new ModelVersion(purpose, scope, number, ModelState.OBSERVING, created, created, reason);
        versions.add(version);
        contents.put(Key.of(version), json.clone());
        return version;
    }

    @Override
    public synchronized ModelVersion setState(ModelVersion version, ModelState state, Instant changed, String reason)
            throws IOException {
        for (int i = 0; i < versions.size(); i++) {
            if (Key.of(versions.get(i)).equals(Key.of(version))) {
                versions.set(i, versions.get(i).in(state, changed, reason));
                return versions.get(i);
            }
        }
        throw new IOException("There is no " + version.describe() + ".");
    }

    @Override
    public synchronized List<ModelVersion> list(String purpose, Scope scope) {
        return versions.stream()
                .filter(version ->
                        version.purpose().equals(purpose) && version.scope().equals(scope))
                .toList();
    }

    @Override
    public synchronized byte[] read(ModelVersion version) throws IOException {
        byte[] json = contents.get(Key.of(version));
        if (json == null) {
            throw new IOException("There is no " + version.describe() + ".");
        }
        return json.clone();
    }

    @Override
    public synchronized void delete(ModelVersion version) {
        versions.removeIf(other -> Key.of(other).equals(Key.of(version)));
        contents.remove(Key.of(version));
    }
}
