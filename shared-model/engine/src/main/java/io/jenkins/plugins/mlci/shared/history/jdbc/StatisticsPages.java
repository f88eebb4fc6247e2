package io.jenkins.plugins.mlci.shared.history.jdbc;

import io.jenkins.plugins.mlci.shared.history.columnar.StatisticsPage;
import io.jenkins.plugins.mlci.shared.history.columnar.TestColumns;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The pages of a job's statistics that are being changed. */
final class StatisticsPages {
    private final Map<Integer, StatisticsPage> pages = new HashMap<>();
    private final Set<Integer> stored = new HashSet<>();

    static Map<Integer, StatisticsPage> all(Connection connection, long job) throws SQLException {
        Map<Integer, StatisticsPage> all = new HashMap<>();
        Sql.list(
                connection,
                "SELECT page, tests FROM test_statistics WHERE job_id = ?",
                row -> all.put(row.getInt("page"), StatisticsPage.fromBytes(row.getBytes("tests"))),
                job);
        return all;
    }

    /** Loads the pages that the tests of a build are on. */
    void load(Connection connection, long job, TestColumns columns) throws SQLException {
        Set<Integer> numbers = new HashSet<>();
        for (int test : columns.tests()) {
            numbers.add(test / StatisticsPage.SIZE);
        }
        for (int number : numbers) {
            Sql.first(
                            connection,
                            "SELECT tests FROM test_statistics WHERE job_id = ? AND page = ?",
                            row -> StatisticsPage.fromBytes(row.getBytes("tests")),
                            job,
                            number)
                    .ifPresent(page -> {
                        pages.put(number, page);
                        stored.add(number);
                    });
        }
    }

    void add(long build, TestColumns columns) {
        for (int row = 0; row < columns.size(); row++) {
            int test = columns.tests()[row];
            pages.computeIfAbsent(test / StatisticsPage.SIZE, number -> new StatisticsPage())
                    .add(test % StatisticsPage.SIZE, build, columns.outcome(row), columns.seconds(row));
        }
    }

    void save(Connection connection, long job) throws SQLException {
        List<Object[]> updates = new ArrayList<>();
        List<Object[]> inserts = new ArrayList<>();
        for (Map.Entry<Integer, StatisticsPage> page : pages.entrySet()) {
            List<Object[]> rows = stored.contains(page.getKey()) ? updates : inserts;
            rows.add(new Object[] {page.getValue().toBytes(), job, page.getKey()});
        }
        Sql.batch(connection, "UPDATE test_statistics SET tests = ? WHERE job_id = ? AND page = ?", updates);
        Sql.batch(connection, "INSERT INTO test_statistics (tests, job_id, page) VALUES (?, ?, ?)", inserts);
    }
}
