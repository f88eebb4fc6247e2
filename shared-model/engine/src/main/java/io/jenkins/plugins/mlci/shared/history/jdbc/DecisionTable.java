package io.jenkins.plugins.mlci.shared.history.jdbc;

import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.Decision;
import io.jenkins.plugins.mlci.shared.history.DecisionHistory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** What was decided for builds. */
final class DecisionTable implements DecisionHistory {
    private final Database database;

    DecisionTable(Database database) {
        this.database = database;
    }

    @Override
    public void record(Decision decision) {
        String kind = Columns.key(decision.kind(), "kind of a decision");
        String subject = Columns.key(decision.subject(), "subject of a decision");
        database.write(t -> {
            long job = JobTable.idOrNew(t.connection(), decision.build().job());
            Sql.update(
                    t.connection(),
                    "DELETE FROM decision WHERE job_id = ? AND build_number = ? AND kind = ? AND subject = ?",
                    job,
                    decision.build().number(),
                    kind,
                    subject);
            return Sql.update(
                    t.connection(),
                    "INSERT INTO decision (job_id, build_number, kind, subject, model, taken, json)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                    job,
                    decision.build().number(),
                    kind,
                    subject,
                    Columns.text(decision.model(), "model of a decision"),
                    Columns.millis(decision.taken()),
                    Columns.text(decision.json(), "JSON of a decision"));
        });
    }

    @Override
    public List<Decision> of(BuildId build) {
        return database.read(t -> Sql.list(
                t.connection(),
                "SELECT d.*, j.name FROM decision d JOIN job j ON j.id = d.job_id"
                        + " WHERE j.name_hash = ? AND d.build_number = ? ORDER BY d.taken, d.kind, d.subject",
                DecisionTable::read,
                Columns.hash(build.job()),
                build.number()));
    }

    @Override
    public List<Decision> newest(String job, String kind, int limit) {
        return database.read(t -> Sql.list(
                t.connection(),
                "SELECT d.*, j.name FROM decision d JOIN job j ON j.id = d.job_id WHERE j.name_hash = ? AND d.kind = ?"
                        + " ORDER BY d.taken DESC, d.build_number DESC, d.subject LIMIT ?",
                DecisionTable::read,
                Columns.hash(job),
                Columns.key(kind, "kind of a decision"),
                limit));
    }

    private static Decision read(ResultSet row) throws SQLException {
        return new Decision(
                new BuildId(Columns.text(row, "name"), row.getLong("build_number")),
                Columns.text(row, "kind"),
                Columns.text(row, "subject"),
                Columns.text(row, "model"),
                Columns.time(row, "taken"),
                Columns.text(row, "json"));
    }
}
