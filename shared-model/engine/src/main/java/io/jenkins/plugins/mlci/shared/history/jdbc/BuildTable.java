package io.jenkins.plugins.mlci.shared.history.jdbc;

import io.jenkins.plugins.mlci.shared.history.Build;
import io.jenkins.plugins.mlci.shared.history.BuildHistory;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.BuildQuery;
import io.jenkins.plugins.mlci.shared.history.BuildRecord;
import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.shared.history.TestOutcome;
import io.jenkins.plugins.mlci.shared.history.columnar.ChangeColumns;
import io.jenkins.plugins.mlci.shared.history.columnar.TestColumns;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Builds with their changes and tests. */
final class BuildTable implements BuildHistory {
    private final Database database;
    private final Dictionaries dictionaries;
    private final BuildReader reader;
    private final StatisticsTable statistics;
    private final BuildDeletion deletion;
    private final Clock clock;

    BuildTable(
            Database database, Dictionaries dictionaries, BuildReader reader, StatisticsTable statistics, Clock clock) {
        this.database = database;
        this.dictionaries = dictionaries;
        this.reader = reader;
        this.statistics = statistics;
        this.deletion = new BuildDeletion(database);
        this.clock = clock;
    }

    @Override
    public void record(BuildRecord build) {
        refuseRepeatedTests(build);
        long now = clock.millis();
        database.write(t -> {
            Connection connection = t.connection();
            long id = JobTable.idOrNew(connection, build.build().id().job());
            JobRow job = JobTable.lock(connection, id).orElseThrow(Database::conflict);
            List<TestId> ids = build.tests().stream().map(TestOutcome::test).toList();
            Dictionary dictionary = dictionaries.withAll(t, job, ids);
            TestColumns columns = columns(build, dictionary);
            Payloads.Payload payload = new Payloads.Payload(columns.toBytes(), ChangeColumns.toBytes(build.changes()));
            Optional<BuildHead> old = BuildHead.find(connection, build.build().id());
            JobRow counted = job;
            if (old.isEmpty()) {
                insert(connection, job, build, payload, now);
                counted = statistics.count(connection, job, build.build(), columns);
            } else if (replace(connection, old.get(), build, payload, now)) {
                counted = job.withInvalidStatistics();
            }
            JobRow updated = counted.withNextTest(dictionary.size());
            if (!updated.equals(job)) {
                JobTable.update(connection, updated);
            }
            return null;
        });
    }

    @Override
    public Optional<BuildRecord> find(BuildId build) {
        return reader.find(build);
    }

    @Override
    public List<Build> list(BuildQuery query) {
        return database.read(t -> BuildHead.list(t.connection(), query)).stream()
                .map(BuildHead::build)
                .toList();
    }

    @Override
    public Stream<BuildRecord> read(BuildQuery query) {
        return reader.read(query);
    }

    @Override
    public boolean exclude(BuildId build, String reason) {
        return setExclusion(build, Columns.text(reason, "reason to exclude a build"));
    }

    @Override
    public boolean include(BuildId build) {
        return setExclusion(build, null);
    }

    @Override
    public Optional<String> exclusion(BuildId build) {
        return database.read(t -> BuildHead.find(t.connection(), build)).map(BuildHead::exclusion);
    }

    @Override
    public boolean delete(BuildId build) {
        return deletion.delete(build);
    }

    @Override
    public int deleteStartedBefore(Instant time) {
        return deletion.deleteStartedBefore(time);
    }

    @Override
    public int deleteAllButNewest(String job, int keep) {
        return deletion.deleteAllButNewest(job, keep);
    }

    @Override
    public int eraseAuthor(String pseudonym) {
        return database.write(t -> Sql.update(
                t.connection(),
                "DELETE FROM build_author WHERE pseudonym = ?",
                Columns.text(pseudonym, "pseudonym to erase")));
    }

    private boolean setExclusion(BuildId build, String reason) {
        return database.write(t -> {
            Optional<BuildHead> head = BuildHead.find(t.connection(), build);
            if (head.isEmpty()) {
                return false;
            }
            JobTable.lock(t.connection(), head.get().jobId());
            Sql.update(
                    t.connection(),
                    "UPDATE build SET exclusion = ? WHERE id = ?",
                    reason,
                    head.get().id());
            JobTable.invalidateStatistics(t.connection(), head.get().jobId());
            return true;
        });
    }

    private static void refuseRepeatedTests(BuildRecord build) {
        Set<TestId> seen = new HashSet<>(build.tests().size() * 2);
        for (TestOutcome test : build.tests()) {
            if (!seen.add(test.test())) {
                throw new IllegalArgumentException("The test " + test.test() + " occurs twice in "
                        + build.build().id() + ": join its outcomes before recording");
            }
        }
    }

    private static TestColumns columns(BuildRecord build, Dictionary dictionary) {
        TestColumns columns = TestColumns.ofSize(build.tests().size());
        int row = 0;
        for (TestOutcome test : build.tests()) {
            columns.set(row++, dictionary.indexOf(test.test()), test.outcome(), test.seconds());
        }
        return columns;
    }

    private static void insert(Connection connection, JobRow job, BuildRecord build, Payloads.Payload payload, long now)
            throws SQLException {
        Build facts = build.build();
        long id = Sql.insert(
                connection,
                "INSERT INTO build (job_id, build_number, started, duration, result, branch, commit_id, recorded)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                job.id(),
                facts.id().number(),
                Columns.millis(facts.started()),
                facts.duration().toMillis(),
                facts.result().name(),
                Columns.text(facts.branch(), "branch of a build"),
                Columns.text(facts.commit(), "commit of a build"),
                now);
        Payloads.insert(connection, id, payload, Payloads.authorsOf(build.changes()));
    }

    /** Whether anything was different. */
    private static boolean replace(
            Connection connection, BuildHead old, BuildRecord build, Payloads.Payload payload, long now)
            throws SQLException {
        List<Long> id = List.of(old.id());
        List<Payloads.Author> authors = Payloads.authorsOf(build.changes());
        Payloads.Payload oldPayload = Payloads.read(connection, id).get(old.id());
        boolean same = old.build().equals(asKept(build.build()))
                && payload.isSame(oldPayload)
                && Payloads.authors(connection, id)
                        .getOrDefault(old.id(), List.of())
                        .equals(authors);
        if (same) {
            return false;
        }
        Build facts = build.build();
        Sql.update(
                connection,
                "UPDATE build SET started = ?, duration = ?, result = ?, branch = ?, commit_id = ?, recorded = ?"
                        + " WHERE id = ?",
                Columns.millis(facts.started()),
                facts.duration().toMillis(),
                facts.result().name(),
                Columns.text(facts.branch(), "branch of a build"),
                Columns.text(facts.commit(), "commit of a build"),
                now,
                old.id());
        Payloads.delete(connection, old.id());
        Payloads.insert(connection, old.id(), payload, authors);
        return true;
    }

    private static Build asKept(Build build) {
        return new Build(
                build.id(),
                Instant.ofEpochMilli(Columns.millis(build.started())),
                Duration.ofMillis(build.duration().toMillis()),
                build.result(),
                build.branch(),
                build.commit());
    }
}
