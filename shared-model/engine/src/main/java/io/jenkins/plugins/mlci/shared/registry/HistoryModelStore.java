package io.jenkins.plugins.mlci.shared.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jenkins.plugins.mlci.shared.history.HistoryException;
import io.jenkins.plugins.mlci.shared.history.ModelTable;
import io.jenkins.plugins.mlci.shared.history.StoredModel;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps versions in the history's own table, so that they are where the builds are that they learned from: in one backup,
 * and shared by the CI servers that share a PostgreSQL.
 */
public final class HistoryModelStore implements ModelStore {
    /** The newest version of all leaves its number behind, so that no number is given twice. */
    private static final String DELETED = "DELETED";

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final ModelTable table;

    /** Over the model table of a history. */
    public HistoryModelStore(ModelTable table) {
        this.table = table;
    }

    /** When and why a version came into its state; kept in the table's column for facts about the version. */
    private record Note(String created, String changed, String reason) {}

    @Override
    public ModelVersion insert(String purpose, Scope scope, Instant created, String reason, byte[] json)
            throws IOException {
        return io(() -> {
            String text = ScopeText.write(scope);
            Note note = new Note(created.toString(), created.toString(), reason);
            StoredModel stored = table.insert(text, purpose, ModelState.OBSERVING.name(), write(note), json);
            for (StoredModel old : stored(purpose, scope)) {
                if (old.state().equals(DELETED)) {
                    table.delete(text, purpose, old.version());
                }
            }
            return version(scope, stored);
        });
    }

    @Override
    public ModelVersion setState(ModelVersion version, ModelState state, Instant changed, String reason)
            throws IOException {
        return io(() -> {
            String scope = ScopeText.write(version.scope());
            int number = Math.toIntExact(version.number());
            Note note = new Note(version.created().toString(), changed.toString(), reason);
            // The note first: a state with an old reason would be worse than a new reason that comes a moment early.
            if (!table.setMetrics(scope, version.purpose(), number, write(note))) {
                throw new IOException("There is no " + version.describe() + ".");
            }
            table.setStates(scope, version.purpose(), Map.of(number, state.name()));
            return version.in(state, changed, reason);
        });
    }

    @Override
    public List<ModelVersion> list(String purpose, Scope scope) throws IOException {
        return io(() -> stored(purpose, scope).stream()
                .filter(stored -> !stored.state().equals(DELETED))
                .map(stored -> version(scope, stored))
                .sorted(Comparator.comparingLong(ModelVersion::number))
                .toList());
    }

    @Override
    public byte[] read(ModelVersion version) throws IOException {
        return io(() -> find(version)
                .filter(stored -> !stored.state().equals(DELETED))
                .flatMap(stored -> table.read(stored.scope(), stored.kind(), stored.version()))
                .orElseThrow(() -> new IOException("There is no " + version.describe() + ".")));
    }

    @Override
    public void delete(ModelVersion version) throws IOException {
        io(() -> {
            Optional<StoredModel> found = find(version);
            if (found.isPresent()) {
                StoredModel stored = found.get();
                boolean newest = stored(version.purpose(), version.scope()).stream()
                        .noneMatch(other -> other.version() > stored.version());
                if (newest) {
                    table.setStates(stored.scope(), stored.kind(), Map.of(stored.version(), DELETED));
                } else {
                    table.delete(stored.scope(), stored.kind(), stored.version());
                }
            }
            return null;
        });
    }

    private List<StoredModel> stored(String purpose, Scope scope) {
        return table.list(ScopeText.write(scope)).stream()
                .filter(stored -> stored.kind().equals(purpose))
                .toList();
    }

    private Optional<StoredModel> find(ModelVersion version) {
        return stored(version.purpose(), version.scope()).stream()
                .filter(stored -> stored.version() == version.number())
                .findFirst();
    }

    private static ModelVersion version(Scope scope, StoredModel stored) {
        Note note = note(stored);
        return new ModelVersion(
                stored.kind(),
                scope,
                stored.version(),
                ModelState.valueOf(stored.state()),
                Instant.parse(note.created()),
                Instant.parse(note.changed()),
                note.reason());
    }

    private static String write(Note note) {
        try {
            return MAPPER.writeValueAsString(note);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Three strings are always JSON.", e);
        }
    }

    /** A version that something else inserted has no note; it came into its state when it was created. */
    private static Note note(StoredModel stored) {
        try {
            Note note = MAPPER.readValue(stored.metrics(), Note.class);
            if (note != null && note.created() != null && note.changed() != null && note.reason() != null) {
                Instant.parse(note.created());
                Instant.parse(note.changed());
                return note;
            }
        } catch (JsonProcessingException | DateTimeException e) {
            // What is there is no note of ours.
        }
        return new Note(stored.created().toString(), stored.created().toString(), "");
    }

    /** The registry's callers expect an IOException where the history says in its own words what is wrong, or was closed meanwhile. */
    private static <T> T io(Work<T> work) throws IOException {
        try {
            return work.run();
        } catch (HistoryException | IllegalStateException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T run() throws IOException;
    }
}
