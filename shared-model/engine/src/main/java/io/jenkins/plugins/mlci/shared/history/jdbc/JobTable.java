package io.jenkins.plugins.mlci.shared.history.jdbc;

import io.jenkins.plugins.mlci.shared.history.BuildHistory;
import io.jenkins.plugins.mlci.shared.history.JobHistory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The jobs that have a history, found by the hash of their name, since a name may be too long for an index. */
final class JobTable implements JobHistory {
    private final Database database;
    private final JobMerge merge;

    JobTable(Database database, BuildHistory builds) {
        this.database = database;
        this.merge = new JobMerge(builds);
    }

    @Override
    public List<String> names() {
        return database
                .read(t -> Sql.list(t.connection(), "SELECT name FROM job", row -> Columns.text(row, "name")))
                .stream()
                .sorted()
                .toList();
    }

    @Override
    public void rename(String from, String to) {
        if (from.equals(to)) {
            return;
        }
        // More builds may be recorded while these are copied, which the transaction sees.
        while (!isRenamed(from, to)) {
            merge.copyBuilds(to, from);
        }
    }

    /** Renames a job, unless there are builds under the new name that it has not. */
    private boolean isRenamed(String from, String to) {
        return database.write(t -> {
            Connection connection = t.connection();
            OptionalLong job = id(connection, from);
            if (job.isEmpty()) {
                return true;
            }
            OptionalLong other = id(connection, to);
            if (other.isPresent()) {
                if (JobMerge.hasMore(connection, other.getAsLong(), job.getAsLong())) {
                    return false;
                }
                JobMerge.take(connection, other.getAsLong(), job.getAsLong());
            }
            Sql.update(
                    connection,
                    "UPDATE job SET name = ?, name_hash = ? WHERE id = ?",
                    Columns.text(to, "job's name"),
                    Columns.hash(to),
                    job.getAsLong());
            return true;
        });
    }

    @Override
    public boolean delete(String job) {
        return database.write(
                t -> Sql.update(t.connection(), "DELETE FROM job WHERE name_hash = ?", (Object) Columns.hash(job)) > 0);
    }

    /** The number of a job that has a history. */
    static OptionalLong id(Connection connection, String job) throws SQLException {
        return Sql.first(
                        connection,
                        "SELECT id FROM job WHERE name_hash = ?",
                        row -> OptionalLong.of(row.getLong(1)),
                        (Object) Columns.hash(job))
                .orElse(OptionalLong.empty());
    }

    /** The number of a job, which gets a history now if it has none. */
    static long idOrNew(Connection connection, String job) throws SQLException {
        OptionalLong known = id(connection, job);
        if (known.isPresent()) {
            return known.getAsLong();
        }
        return Sql.insert(
                connection,
                "INSERT INTO job (name_hash, name, next_test, dictionary, statistics_valid, counted_started,"
                        + " counted_number) VALUES (?, ?, 0, 0, TRUE, ?, 0)",
                Columns.hash(job),
                Columns.text(job, "job's name"),
                Long.MIN_VALUE);
    }

    /** Keeps all other writers off a job until the transaction ends. */
    static Optional<JobRow> lock(Connection connection, long job) throws SQLException {
        return Sql.first(
                connection,
                "SELECT id, next_test, dictionary, statistics_valid, counted_started, counted_number FROM job"
                        + " WHERE id = ? FOR UPDATE",
                JobTable::read,
                job);
    }

    static Optional<JobRow> find(Connection connection, String job) throws SQLException {
        return Sql.first(
                connection,
                "SELECT id, next_test, dictionary, statistics_valid, counted_started, counted_number FROM job"
                        + " WHERE name_hash = ?",
                JobTable::read,
                (Object) Columns.hash(job));
    }

    static Optional<JobRow> byId(Connection connection, long job) throws SQLException {
        return Sql.first(
                connection,
                "SELECT id, next_test, dictionary, statistics_valid, counted_started, counted_number FROM job"
                        + " WHERE id = ?",
                JobTable::read,
                job);
    }

    static void update(Connection connection, JobRow job) throws SQLException {
        Sql.update(
                connection,
                "UPDATE job SET next_test = ?, dictionary = ?, statistics_valid = ?, counted_started = ?,"
                        + " counted_number = ? WHERE id = ?",
                job.nextTest(),
                job.dictionary(),
                job.statisticsValid(),
                job.countedStarted(),
                job.countedNumber(),
                job.id());
    }

    /** Has the statistics counted anew before they are read again. */
    static void invalidateStatistics(Connection connection, long job) throws SQLException {
        Sql.update(connection, "UPDATE job SET statistics_valid = FALSE WHERE id = ?", job);
    }

    private static JobRow read(ResultSet row) throws SQLException {
        return new JobRow(
                row.getLong("id"),
                row.getInt("next_test"),
                row.getLong("dictionary"),
                row.getBoolean("statistics_valid"),
                row.getLong("counted_started"),
                row.getLong("counted_number"));
    }
}
