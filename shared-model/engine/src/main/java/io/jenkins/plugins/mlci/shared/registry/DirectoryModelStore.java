package io.jenkins.plugins.mlci.shared.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jenkins.plugins.mlci.shared.model.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps versions in a folder: for each purpose and scope one folder with an index and one file a version. A change is
 * made by replacing the index in one step; content that the index does not name does not count. One process at a time.
 */
public final class DirectoryModelStore implements ModelStore {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final Path root;

    /** Below this folder. */
    public DirectoryModelStore(Path root) {
        this.root = root;
    }

    private record Entry(long number, ModelState state, String created, String changed, String reason) {
        static Entry of(ModelVersion v) {
            return new Entry(
                    v.number(), v.state(), v.created().toString(), v.changed().toString(), v.reason());
        }

        ModelVersion version(String purpose, Scope scope) {
            return new ModelVersion(
                    purpose, scope, number, state, Instant.parse(created), Instant.parse(changed), reason);
        }
    }

    private record Index(long lastNumber, List<Entry> entries) {}

    @Override
    public synchronized ModelVersion insert(String purpose, Scope scope, Instant created, String reason, byte[] json)
            throws IOException {
        Index index = index(purpose, scope);
        long number = index.lastNumber() + 1;
        ModelVersion version = new ModelVersion(purpose, scope, number, ModelState.OBSERVING, created, created, reason);
        AtomicFile.write(content(version), json);
        List<Entry> entries = new ArrayList<>(index.entries());
        entries.add(Entry.of(version));
        write(purpose, scope, new Index(number, entries));
        return version;
    }

    @Override
    public synchronized ModelVersion setState(ModelVersion version, ModelState state, Instant changed, String reason)
            throws IOException {
        Index index = index(version.purpose(), version.scope());
        List<Entry> entries = new ArrayList<>(index.entries());
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).number() == version.number()) {
                ModelVersion after = entries.get(i)
                        .version(version.purpose(), version.scope())
                        .in(state, changed, reason);
                entries.set(i, Entry.of(after));
                write(version.purpose(), version.scope(), new Index(index.lastNumber(), entries));
                return after;
            }
        }
        throw new IOException("There is no " + version.describe() + ".");
    }

    @Override
    public synchronized List<ModelVersion> list(String purpose, Scope scope) throws IOException {
        return index(purpose, scope).entries().stream()
                .map(entry -> entry.version(purpose, scope))
                .toList();
    }

    @Override
    public synchronized byte[] read(ModelVersion version) throws IOException {
        return Files.readAllBytes(content(version));
    }

    @Override
    public synchronized void delete(ModelVersion version) throws IOException {
        Index index = index(version.purpose(), version.scope());
        List<Entry> rest = index.entries().stream()
                .filter(entry -> entry.number() != version.number())
                .toList();
        write(version.purpose(), version.scope(), new Index(index.lastNumber(), rest));
        Files.deleteIfExists(content(version));
    }

    private Index index(String purpose, Scope scope) throws IOException {
        Path file = folder(purpose, scope).resolve("index.json");
        try {
            Index index = MAPPER.readValue(Files.readAllBytes(file), Index.class);
            // Also checks the entries: a bad one throws here and not when it is used.
            index.entries().forEach(entry -> entry.version(purpose, scope));
            return index;
        } catch (NoSuchFileException e) {
            return new Index(0, List.of());
        } catch (JsonProcessingException | RuntimeException e) {
            throw new IOException(
                    "The model index " + file + " is damaged. Restore it, or remove its folder to begin"
                            + " again with an empty one.",
                    e);
        }
    }

    private void write(String purpose, Scope scope, Index index) throws IOException {
        AtomicFile.write(folder(purpose, scope).resolve("index.json"), MAPPER.writeValueAsBytes(index));
    }

    private Path content(ModelVersion version) {
        return folder(version.purpose(), version.scope()).resolve("model-" + version.number() + ".json");
    }

    private Path folder(String purpose, Scope scope) {
        return root.resolve(FileNames.of(purpose)).resolve(FileNames.of(scope.kind() + "-" + scope.name()));
    }
}
