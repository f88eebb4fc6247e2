package io.jenkins.plugins.mlci.shared.history.jdbc;

import io.jenkins.plugins.mlci.shared.history.columnar.TestColumns;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/** Counts the statistics of a job anew from its builds, and takes tests that no build has any more out of its dictionary. */
final class Recount {
    private final Dictionaries dictionaries;

    Recount(Dictionaries dictionaries) {
        this.dictionaries = dictionaries;
    }

    /** A build in the order of counting. */
    private record Counted(long id, long started, long number, boolean excluded) {}

    /** Runs in a transaction that has locked the job. */
    void run(Transaction transaction, JobRow job) throws SQLException {
        Connection connection = transaction.connection();
        List<Counted> builds = Sql.list(
                connection,
                "SELECT id, started, build_number, exclusion FROM build WHERE job_id = ? ORDER BY started, build_number",
                row -> new Counted(
                        row.getLong("id"),
                        row.getLong("started"),
                        row.getLong("build_number"),
                        row.getString("exclusion") != null),
                job.id());
        StatisticsPages pages = new StatisticsPages();
        BitSet used = new BitSet();
        JobRow counted = job.withCounted(Long.MIN_VALUE, 0);
        for (int from = 0; from < builds.size(); from += Payloads.BATCH) {
            List<Counted> some = builds.subList(from, Math.min(builds.size(), from + Payloads.BATCH));
            Map<Long, Payloads.Payload> payloads =
                    Payloads.read(connection, some.stream().map(Counted::id).toList());
            for (Counted build : some) {
                TestColumns columns =
                        TestColumns.fromBytes(payloads.get(build.id()).tests());
                for (int test : columns.tests()) {
                    used.set(test);
                }
                if (!build.excluded()) {
                    pages.add(build.number(), columns);
                    counted = job.withCounted(build.started(), build.number());
                }
            }
        }
        Sql.update(connection, "DELETE FROM test_statistics WHERE job_id = ?", job.id());
        pages.save(connection, job.id());
        boolean pruned = prune(transaction, job, used);
        JobTable.update(connection, pruned ? counted.withNextDictionary() : counted);
    }

    private boolean prune(Transaction transaction, JobRow job, BitSet used) throws SQLException {
        Dictionary dictionary = dictionaries.of(transaction.connection(), job);
        List<Object[]> gone = new ArrayList<>();
        for (int index = 0; index < dictionary.size(); index++) {
            if (!used.get(index) && dictionary.test(index) != null) {
                gone.add(new Object[] {job.id(), index});
            }
        }
        Sql.batch(transaction.connection(), "DELETE FROM test WHERE job_id = ? AND test_index = ?", gone);
        return !gone.isEmpty();
    }
}
