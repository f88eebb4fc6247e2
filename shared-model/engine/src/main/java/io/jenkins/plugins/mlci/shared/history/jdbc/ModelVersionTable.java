package io.jenkins.plugins.mlci.shared.history.jdbc;

import io.jenkins.plugins.mlci.shared.history.ModelTable;
import io.jenkins.plugins.mlci.shared.history.StoredModel;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Model versions with their models. */
final class ModelVersionTable implements ModelTable {
    private final Database database;
    private final Clock clock;

    ModelVersionTable(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public StoredModel insert(String scope, String kind, String state, String metrics, byte[] model) {
        Instant created = Instant.ofEpochMilli(clock.millis());
        return database.write(t -> {
            // Two that insert at once get the same number; the unique index has the second try again.
            int version = Sql.first(
                            t.connection(),
                            "SELECT COALESCE(MAX(version), 0) + 1 FROM model_version WHERE scope_hash = ? AND kind = ?",
                            row -> row.getInt(1),
                            Columns.hash(scope),
                            Columns.key(kind, "kind of a model"))
                    .orElse(1);
            Sql.update(
                    t.connection(),
                    "INSERT INTO model_version (scope_hash, scope, kind, version, state, created, metrics, model)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    Columns.hash(scope),
                    Columns.text(scope, "scope of a model"),
                    Columns.key(kind, "kind of a model"),
                    version,
                    Columns.key(state, "state of a model"),
                    created.toEpochMilli(),
                    Columns.text(metrics, "metrics of a model"),
                    model);
            return new StoredModel(scope, kind, version, state, created, metrics);
        });
    }

    @Override
    public void setStates(String scope, String kind, Map<Integer, String> states) {
        database.write(t -> {
            for (Map.Entry<Integer, String> state : states.entrySet()) {
                int known = Sql.update(
                        t.connection(),
                        "UPDATE model_version SET state = ? WHERE scope_hash = ? AND kind = ? AND version = ?",
                        Columns.key(state.getValue(), "state of a model"),
                        Columns.hash(scope),
                        Columns.key(kind, "kind of a model"),
                        state.getKey());
                if (known == 0) {
                    throw new IllegalArgumentException(
                            "There is no version " + state.getKey() + " of the model " + kind + " for " + scope);
                }
            }
            return null;
        });
    }

    @Override
    public boolean setMetrics(String scope, String kind, int version, String metrics) {
        return database.write(t -> Sql.update(
                        t.connection(),
                        "UPDATE model_version SET metrics = ? WHERE scope_hash = ? AND kind = ? AND version = ?",
                        Columns.text(metrics, "metrics of a model"),
                        Columns.hash(scope),
                        Columns.key(kind, "kind of a model"),
                        version)
                > 0);
    }

    @Override
    public List<String> scopes() {
        return database
                .read(t -> Sql.list(
                        t.connection(), "SELECT DISTINCT scope FROM model_version", row -> Columns.text(row, "scope")))
                .stream()
                .sorted()
                .toList();
    }

    @Override
    public List<StoredModel> list(String scope) {
        return database.read(t -> Sql.list(
                t.connection(),
                "SELECT scope, kind, version, state, created, metrics FROM model_version WHERE scope_hash = ?"
                        + " ORDER BY kind, version",
                ModelVersionTable::read,
                (Object) Columns.hash(scope)));
    }

    @Override
    public Optional<byte[]> read(String scope, String kind, int version) {
        return database.read(t -> Sql.first(
                t.connection(),
                "SELECT model FROM model_version WHERE scope_hash = ? AND kind = ? AND version = ?",
                row -> row.getBytes(1),
                Columns.hash(scope),
                Columns.key(kind, "kind of a model"),
                version));
    }

    @Override
    public boolean delete(String scope, String kind, int version) {
        return database.write(t -> Sql.update(
                        t.connection(),
                        "DELETE FROM model_version WHERE scope_hash = ? AND kind = ? AND version = ?",
                        Columns.hash(scope),
                        Columns.key(kind, "kind of a model"),
                        version)
                > 0);
    }

    @Override
    public int deleteScope(String scope) {
        return database.write(t -> Sql.update(
                t.connection(), "DELETE FROM model_version WHERE scope_hash = ?", (Object) Columns.hash(scope)));
    }

    @Override
    public void renameScope(String from, String to) {
        database.write(t -> {
            if (!from.equals(to) && has(t.connection(), from)) {
                if (has(t.connection(), to)) {
                    throw new IllegalArgumentException(
                            "The models for " + from + " cannot become those for " + to + ": there are some already");
                }
                Sql.update(
                        t.connection(),
                        "UPDATE model_version SET scope = ?, scope_hash = ? WHERE scope_hash = ?",
                        Columns.text(to, "scope of a model"),
                        Columns.hash(to),
                        Columns.hash(from));
            }
            return null;
        });
    }

    private static boolean has(Connection connection, String scope) throws SQLException {
        return Sql.first(
                        connection,
                        "SELECT version FROM model_version WHERE scope_hash = ? LIMIT 1",
                        row -> row.getInt(1),
                        (Object) Columns.hash(scope))
                .isPresent();
    }

    private static StoredModel read(ResultSet row) throws SQLException {
        return new StoredModel(
                Columns.text(row, "scope"),
                Columns.text(row, "kind"),
                row.getInt("version"),
                Columns.text(row, "state"),
                Columns.time(row, "created"),
                Columns.text(row, "metrics"));
    }
}
