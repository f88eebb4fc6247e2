package io.jenkins.plugins.mlci.shared.history.jdbc;

import io.jenkins.plugins.mlci.shared.history.BuildId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Forgets builds, and the decisions and signatures that go with them. */
final class BuildDeletion {
    private final Database database;

    BuildDeletion(Database database) {
        this.database = database;
    }

    boolean delete(BuildId build) {
        return database.write(t -> {
            OptionalLong job = JobTable.id(t.connection(), build.job());
            return job.isPresent() && delete(t.connection(), job.getAsLong(), List.of(build.number())) > 0;
        });
    }

    int deleteStartedBefore(Instant time) {
        // One transaction a job, so that others get a turn in between.
        List<Long> jobs = database.read(t -> Sql.list(
                t.connection(),
                "SELECT DISTINCT job_id FROM build WHERE started < ?",
                row -> row.getLong(1),
                Columns.millisUp(time)));
        int deleted = 0;
        for (long job : jobs) {
            deleted += database.write(t -> {
                List<Long> numbers = Sql.list(
                        t.connection(),
                        "SELECT build_number FROM build WHERE job_id = ? AND started < ?",
                        row -> row.getLong(1),
                        job,
                        Columns.millisUp(time));
                return delete(t.connection(), job, numbers);
            });
        }
        return deleted;
    }

    int deleteAllButNewest(String job, int keep) {
        if (keep < 0) {
            throw new IllegalArgumentException("Cannot keep " + keep + " builds: keep none or more");
        }
        return database.write(t -> {
            OptionalLong id = JobTable.id(t.connection(), job);
            if (id.isEmpty()) {
                return 0;
            }
            List<Long> numbers = Sql.list(
                    t.connection(),
                    "SELECT build_number FROM build WHERE job_id = ? ORDER BY started DESC, build_number DESC OFFSET ?",
                    row -> row.getLong(1),
                    id.getAsLong(),
                    keep);
            return delete(t.connection(), id.getAsLong(), numbers);
        });
    }

    private static int delete(Connection connection, long job, List<Long> numbers) throws SQLException {
        JobTable.lock(connection, job);
        List<Object[]> rows = new ArrayList<>(numbers.size());
        numbers.forEach(number -> rows.add(new Object[] {job, number}));
        int known = 0;
        for (Object[] row : rows) {
            int deleted = Sql.update(connection, "DELETE FROM build WHERE job_id = ? AND build_number = ?", row);
            deleted += Sql.update(connection, "DELETE FROM decision WHERE job_id = ? AND build_number = ?", row);
            deleted +=
                    Sql.update(connection, "DELETE FROM failure_signature WHERE job_id = ? AND build_number = ?", row);
            known += Math.min(1, deleted);
        }
        if (known > 0) {
            JobTable.invalidateStatistics(connection, job);
        }
        return known;
    }
}
