package io.jenkins.plugins.mlci.shared.history.jdbc;

import io.jenkins.plugins.mlci.shared.history.Incident;
import io.jenkins.plugins.mlci.shared.history.IncidentHistory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Incidents. */
final class IncidentTable implements IncidentHistory {
    private final Database database;

    IncidentTable(Database database) {
        this.database = database;
    }

    @Override
    public void record(Incident incident) {
        String id = Columns.key(incident.id(), "id of an incident");
        Object[] values = {
            id,
            Columns.key(incident.environment(), "environment of an incident"),
            Columns.text(incident.deployment(), "deployment of an incident"),
            Columns.millis(incident.opened()),
            incident.resolved().map(Columns::millis).orElse(null),
            Columns.text(incident.category(), "category of an incident"),
            Columns.text(incident.priority(), "priority of an incident"),
            Columns.text(incident.json(), "JSON of an incident")
        };
        database.write(t -> {
            Sql.update(t.connection(), "DELETE FROM incident WHERE id = ?", id);
            return Sql.update(
                    t.connection(),
                    "INSERT INTO incident (id, environment, deployment_id, opened, resolved, category, priority, json)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    values);
        });
    }

    @Override
    public Optional<Incident> find(String id) {
        return database.read(t -> Sql.first(
                t.connection(),
                "SELECT * FROM incident WHERE id = ?",
                IncidentTable::read,
                Columns.key(id, "id of an incident")));
    }

    @Override
    public List<Incident> newest(int limit) {
        return database.read(t -> Sql.list(
                t.connection(), "SELECT * FROM incident ORDER BY opened DESC, id LIMIT ?", IncidentTable::read, limit));
    }

    @Override
    public List<Incident> newest(String environment, int limit) {
        return database.read(t -> Sql.list(
                t.connection(),
                "SELECT * FROM incident WHERE environment = ? ORDER BY opened DESC, id LIMIT ?",
                IncidentTable::read,
                Columns.key(environment, "environment of an incident"),
                limit));
    }

    @Override
    public int deleteOpenedBefore(Instant time) {
        return database.write(
                t -> Sql.update(t.connection(), "DELETE FROM incident WHERE opened < ?", Columns.millisUp(time)));
    }

    private static Incident read(ResultSet row) throws SQLException {
        long resolved = row.getLong("resolved");
        Optional<Instant> end = row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(resolved));
        return new Incident(
                Columns.text(row, "id"),
                Columns.text(row, "environment"),
                Columns.text(row, "deployment_id"),
                Columns.time(row, "opened"),
                end,
                Columns.text(row, "category"),
                Columns.text(row, "priority"),
                Columns.text(row, "json"));
    }
}
