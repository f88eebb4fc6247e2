package io.jenkins.plugins.mlci.shared.history.jdbc;

import io.jenkins.plugins.mlci.shared.history.Build;
import io.jenkins.plugins.mlci.shared.history.BuildQuery;
import io.jenkins.plugins.mlci.shared.history.TestHistory;
import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.shared.history.TestRun;
import io.jenkins.plugins.mlci.shared.history.TestStatistics;
import io.jenkins.plugins.mlci.shared.history.columnar.StatisticsPage;
import io.jenkins.plugins.mlci.shared.history.columnar.TestColumns;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rolling statistics of tests, in pages, and the last runs of one test. */
final class StatisticsTable implements TestHistory {
    private final Database database;
    private final Dictionaries dictionaries;
    private final Recount recount;

    StatisticsTable(Database database, Dictionaries dictionaries) {
        this.database = database;
        this.dictionaries = dictionaries;
        this.recount = new Recount(dictionaries);
    }

    @Override
    public Map<TestId, TestStatistics> statistics(String job) {
        Optional<JobRow> row = database.read(t -> JobTable.find(t.connection(), job));
        if (row.isPresent() && !row.get().statisticsValid()) {
            recount(row.get().id());
        }
        return database.read(t -> read(t.connection(), job));
    }

    /** Counts all jobs anew whose statistics are not up to date. */
    void recount() {
        List<Long> jobs = database.read(t ->
                Sql.list(t.connection(), "SELECT id FROM job WHERE statistics_valid = FALSE", row -> row.getLong(1)));
        jobs.forEach(this::recount);
    }

    @Override
    public List<TestRun> runs(String job, TestId test, int newest) {
        List<TestRun> runs = new ArrayList<>();
        List<BuildHead> heads = new ArrayList<>(database.read(t -> BuildHead.list(t.connection(), BuildQuery.of(job))));
        Collections.reverse(heads);
        for (int from = 0; from < heads.size() && runs.size() < newest; from += Payloads.BATCH) {
            List<BuildHead> some = heads.subList(from, Math.min(heads.size(), from + Payloads.BATCH));
            runs.addAll(database.read(t -> runs(t.connection(), some, test)));
        }
        return List.copyOf(runs.subList(0, Math.min(Math.max(0, newest), runs.size())));
    }

    /** Counts a new build, in the transaction that records it, which has locked the job. */
    JobRow count(Connection connection, JobRow job, Build build, TestColumns columns) throws SQLException {
        long started = Columns.millis(build.started());
        long number = build.id().number();
        if (!job.statisticsValid() || !job.isBefore(started, number)) {
            return job.withInvalidStatistics();
        }
        StatisticsPages pages = new StatisticsPages();
        pages.load(connection, job.id(), columns);
        pages.add(number, columns);
        pages.save(connection, job.id());
        return job.withCounted(started, number);
    }

    private void recount(long job) {
        database.write(t -> {
            Optional<JobRow> row = JobTable.lock(t.connection(), job);
            if (row.isPresent() && !row.get().statisticsValid()) {
                recount.run(t, row.get());
            }
            return null;
        });
    }

    private Map<TestId, TestStatistics> read(Connection connection, String job) throws SQLException {
        Optional<JobRow> row = JobTable.find(connection, job);
        if (row.isEmpty()) {
            return Map.of();
        }
        Map<Integer, StatisticsPage> pages =
                StatisticsPages.all(connection, row.get().id());
        Dictionary dictionary = dictionaries.of(
                connection, JobTable.byId(connection, row.get().id()).orElse(row.get()));
        Map<TestId, TestStatistics> statistics = new LinkedHashMap<>(dictionary.size() * 2);
        for (int index = 0; index < dictionary.size(); index++) {
            StatisticsPage page = pages.get(index / StatisticsPage.SIZE);
            int slot = index % StatisticsPage.SIZE;
            if (page != null && page.isPresent(slot) && dictionary.test(index) != null) {
                statistics.put(dictionary.test(index), page.statistics(slot));
            }
        }
        return Collections.unmodifiableMap(statistics);
    }

    private List<TestRun> runs(Connection connection, List<BuildHead> heads, TestId test) throws SQLException {
        Map<Long, Payloads.Payload> payloads =
                Payloads.read(connection, heads.stream().map(BuildHead::id).toList());
        Optional<JobRow> job = JobTable.byId(connection, heads.get(0).jobId());
        List<TestRun> runs = new ArrayList<>();
        int index = job.isEmpty() ? -1 : dictionaries.of(connection, job.get()).indexOf(test);
        for (BuildHead head : heads) {
            Payloads.Payload payload = payloads.get(head.id());
            if (index >= 0 && payload != null) {
                TestColumns columns = TestColumns.fromBytes(payload.tests());
                int row = columns.rowOf(index);
                if (row >= 0) {
                    runs.add(new TestRun(head.build(), columns.outcome(row), columns.seconds(row)));
                }
            }
        }
        return runs;
    }
}
