package io.jenkins.plugins.mlci.shared.history.jdbc;

import io.jenkins.plugins.mlci.shared.history.TestId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The dictionaries of all jobs, those used last kept at hand. */
final class Dictionaries {
    private static final int KEPT = 32;

    private final Map<Long, Dictionary> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Dictionary> eldest) {
            return size() > KEPT;
        }
    };

    /** The dictionary of a job as its row says. */
    Dictionary of(Connection connection, JobRow job) throws SQLException {
        Dictionary dictionary = kept(job.id());
        if (dictionary == null || !dictionary.isOf(job)) {
            dictionary = load(connection, job);
            keep(job.id(), dictionary);
        }
        return dictionary;
    }

    /** The dictionary of a job with new tests added, for a transaction that has locked the job. */
    Dictionary withAll(Transaction transaction, JobRow job, List<TestId> tests) throws SQLException {
        // Not by of(): what is loaded here may never be committed.
        Dictionary known = kept(job.id());
        if (known == null || !known.isOf(job)) {
            known = load(transaction.connection(), job);
        }
        List<TestId> added = new ArrayList<>();
        for (TestId test : tests) {
            if (known.indexOf(test) < 0) {
                added.add(test);
            }
        }
        Dictionary dictionary = added.isEmpty() ? known : known.with(added);
        insert(transaction.connection(), job, added);
        transaction.afterCommit(() -> keep(job.id(), dictionary));
        return dictionary;
    }

    private static void insert(Connection connection, JobRow job, List<TestId> added) throws SQLException {
        List<Object[]> rows = new ArrayList<>(added.size());
        for (TestId test : added) {
            rows.add(new Object[] {
                job.id(),
                Math.addExact(job.nextTest(), rows.size()),
                Columns.text(test.suite(), "suite of a test"),
                Columns.text(test.className(), "class of a test"),
                Columns.text(test.method(), "name of a test")
            });
        }
        Sql.batch(
                connection,
                "INSERT INTO test (job_id, test_index, suite, class_name, method) VALUES (?, ?, ?, ?, ?)",
                rows);
    }

    private static Dictionary load(Connection connection, JobRow job) throws SQLException {
        TestId[] tests = new TestId[job.nextTest()];
        Sql.list(
                connection,
                "SELECT test_index, suite, class_name, method FROM test WHERE job_id = ? AND test_index < ?",
                row -> tests[row.getInt("test_index")] = new TestId(
                        Columns.text(row, "suite"), Columns.text(row, "class_name"), Columns.text(row, "method")),
                job.id(),
                job.nextTest());
        return Dictionary.of(job.dictionary(), tests);
    }

    private Dictionary kept(long job) {
        synchronized (kept) {
            return kept.get(job);
        }
    }

    private void keep(long job, Dictionary dictionary) {
        synchronized (kept) {
            kept.put(job, dictionary);
        }
    }
}
