package io.jenkins.plugins.mlci.shared.history.jdbc;

import io.jenkins.plugins.mlci.shared.history.ChangeSet;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The bulk of builds, as bytes, and their authors. */
final class Payloads {
    /** Most builds to ask for at once. */
    static final int BATCH = 32;

    private static final String IDS = "(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";
    private static final long NOTHING = -1;

    private Payloads() {}

    /** The bulk of one build. */
    record Payload(byte[] tests, byte[] changes) {
        boolean isSame(Payload other) {
            return Arrays.equals(tests, other.tests) && Arrays.equals(changes, other.changes);
        }
    }

    /** Someone who wrote a part of a change set; positions count within it. */
    record Author(int changeSet, int position, String pseudonym) {}

    static Map<Long, Payload> read(Connection connection, List<Long> builds) throws SQLException {
        Map<Long, Payload> payloads = new HashMap<>();
        Sql.list(
                connection,
                "SELECT build_id, tests, changes FROM build_payload WHERE build_id IN " + IDS,
                row -> payloads.put(
                        row.getLong("build_id"), new Payload(row.getBytes("tests"), row.getBytes("changes"))),
                padded(builds));
        return payloads;
    }

    static Map<Long, List<Author>> authors(Connection connection, List<Long> builds) throws SQLException {
        Map<Long, List<Author>> authors = new HashMap<>();
        Sql.list(
                connection,
                "SELECT build_id, change_set, position, pseudonym FROM build_author WHERE build_id IN " + IDS
                        + " ORDER BY build_id, change_set, position",
                row -> authors.computeIfAbsent(row.getLong("build_id"), id -> new ArrayList<>())
                        .add(new Author(
                                row.getInt("change_set"), row.getInt("position"), Columns.text(row, "pseudonym"))),
                padded(builds));
        return authors;
    }

    static List<Author> authorsOf(List<ChangeSet> changes) {
        List<Author> authors = new ArrayList<>();
        for (int changeSet = 0; changeSet < changes.size(); changeSet++) {
            List<String> people = changes.get(changeSet).authors();
            for (int position = 0; position < people.size(); position++) {
                authors.add(new Author(changeSet, position, people.get(position)));
            }
        }
        return authors;
    }

    static void insert(Connection connection, long build, Payload payload, List<Author> authors) throws SQLException {
        Sql.update(
                connection,
                "INSERT INTO build_payload (build_id, tests, changes) VALUES (?, ?, ?)",
                build,
                payload.tests(),
                payload.changes());
        List<Object[]> rows = new ArrayList<>();
        for (Author author : authors) {
            String pseudonym = Columns.key(author.pseudonym(), "pseudonym of an author");
            rows.add(new Object[] {build, author.changeSet(), author.position(), pseudonym});
        }
        Sql.batch(
                connection,
                "INSERT INTO build_author (build_id, change_set, position, pseudonym) VALUES (?, ?, ?, ?)",
                rows);
    }

    static void delete(Connection connection, long build) throws SQLException {
        Sql.update(connection, "DELETE FROM build_payload WHERE build_id = ?", build);
        Sql.update(connection, "DELETE FROM build_author WHERE build_id = ?", build);
    }

    // One statement text whatever the number of builds, so that databases prepare it once.
    private static Object[] padded(List<Long> builds) {
        Object[] ids = new Object[BATCH];
        Arrays.fill(ids, NOTHING);
        for (int i = 0; i < builds.size(); i++) {
            ids[i] = builds.get(i);
        }
        return ids;
    }
}
