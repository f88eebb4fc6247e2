package io.jenkins.plugins.mlci.shared.history.jdbc;

import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.FailureSignature;
import io.jenkins.plugins.mlci.shared.history.SignatureHistory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Failures as they were seen in builds. */
final class SignatureTable implements SignatureHistory {
    private final Database database;

    SignatureTable(Database database) {
        this.database = database;
    }

    @Override
    public void record(FailureSignature failure) {
        String signature = Columns.key(failure.signature(), "signature of a failure");
        database.write(t -> {
            long job = JobTable.idOrNew(t.connection(), failure.build().job());
            long number = failure.build().number();
            Sql.update(
                    t.connection(),
                    "DELETE FROM failure_signature WHERE signature = ? AND job_id = ? AND build_number = ?",
                    signature,
                    job,
                    number);
            return Sql.update(
                    t.connection(),
                    "INSERT INTO failure_signature (signature, job_id, build_number, category, is_transient, seen, json)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                    signature,
                    job,
                    number,
                    Columns.key(failure.category(), "category of a failure"),
                    failure.transientFailure(),
                    Columns.millis(failure.seen()),
                    Columns.text(failure.json(), "JSON of a failure"));
        });
    }

    @Override
    public List<FailureSignature> of(BuildId build) {
        return database.read(t -> Sql.list(
                t.connection(),
                "SELECT f.*, j.name FROM failure_signature f JOIN job j ON j.id = f.job_id"
                        + " WHERE j.name_hash = ? AND f.build_number = ? ORDER BY f.seen, f.signature",
                SignatureTable::read,
                Columns.hash(build.job()),
                build.number()));
    }

    @Override
    public List<FailureSignature> newest(String signature, int limit) {
        return database.read(t -> Sql.list(
                t.connection(),
                "SELECT f.*, j.name FROM failure_signature f JOIN job j ON j.id = f.job_id WHERE f.signature = ?"
                        + " ORDER BY f.seen DESC, f.job_id, f.build_number DESC LIMIT ?",
                SignatureTable::read,
                Columns.key(signature, "signature of a failure"),
                limit));
    }

    @Override
    public List<FailureSignature> newestOfJob(String job, int limit) {
        return database.read(t -> Sql.list(
                t.connection(),
                "SELECT f.*, j.name FROM failure_signature f JOIN job j ON j.id = f.job_id WHERE j.name_hash = ?"
                        + " ORDER BY f.seen DESC, f.build_number DESC, f.signature LIMIT ?",
                SignatureTable::read,
                Columns.hash(job),
                limit));
    }

    @Override
    public long count(String signature) {
        return database.read(t -> Sql.first(
                        t.connection(),
                        "SELECT COUNT(*) FROM failure_signature WHERE signature = ?",
                        row -> row.getLong(1),
                        Columns.key(signature, "signature of a failure")))
                .orElse(0L);
    }

    @Override
    public int deleteSeenBefore(Instant time) {
        return database.write(t ->
                Sql.update(t.connection(), "DELETE FROM failure_signature WHERE seen < ?", Columns.millisUp(time)));
    }

    private static FailureSignature read(ResultSet row) throws SQLException {
        return new FailureSignature(
                Columns.text(row, "signature"),
                new BuildId(Columns.text(row, "name"), row.getLong("build_number")),
                Columns.text(row, "category"),
                row.getBoolean("is_transient"),
                Columns.time(row, "seen"),
                Columns.text(row, "json"));
    }
}
