package io.jenkins.plugins.mlci.shared.history.jdbc;

import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.BuildQuery;
import io.jenkins.plugins.mlci.shared.history.BuildRecord;
import io.jenkins.plugins.mlci.shared.history.ChangeSet;
import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.shared.history.TestOutcome;
import io.jenkins.plugins.mlci.shared.history.columnar.ChangeColumns;
import io.jenkins.plugins.mlci.shared.history.columnar.TestColumns;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads builds with all that belongs to them. */
final class BuildReader {
    private final Database database;
    private final Dictionaries dictionaries;

    BuildReader(Database database, Dictionaries dictionaries) {
        this.database = database;
        this.dictionaries = dictionaries;
    }

    Optional<BuildRecord> find(BuildId build) {
        return database.read(t -> {
            Optional<BuildHead> head = BuildHead.find(t.connection(), build);
            return head.isEmpty()
                    ? Optional.empty()
                    : records(t.connection(), List.of(head.get())).stream().findFirst();
        });
    }

    Stream<BuildRecord> read(BuildQuery query) {
        List<BuildHead> heads = database.read(t -> BuildHead.list(t.connection(), query));
        int batches = (heads.size() + Payloads.BATCH - 1) / Payloads.BATCH;
        return IntStream.range(0, batches).boxed().flatMap(batch -> {
            int from = batch * Payloads.BATCH;
            List<BuildHead> some = heads.subList(from, Math.min(heads.size(), from + Payloads.BATCH));
            return database.read(t -> records(t.connection(), some)).stream();
        });
    }

    private List<BuildRecord> records(Connection connection, List<BuildHead> heads) throws SQLException {
        List<Long> ids = heads.stream().map(BuildHead::id).toList();
        Map<Long, Payloads.Payload> payloads = Payloads.read(connection, ids);
        Map<Long, List<Payloads.Author>> authors = Payloads.authors(connection, ids);
        // After the payloads, so that it knows all that they refer to.
        Optional<JobRow> job = JobTable.byId(connection, heads.get(0).jobId());
        List<BuildRecord> records = new ArrayList<>();
        if (job.isEmpty()) {
            return records;
        }
        Dictionary dictionary = dictionaries.of(connection, job.get());
        for (BuildHead head : heads) {
            Payloads.Payload payload = payloads.get(head.id());
            if (payload != null) {
                List<ChangeSet> changes = changes(payload, authors.getOrDefault(head.id(), List.of()));
                records.add(new BuildRecord(head.build(), changes, tests(payload, dictionary)));
            }
        }
        return records;
    }

    private static List<TestOutcome> tests(Payloads.Payload payload, Dictionary dictionary) {
        TestColumns columns = TestColumns.fromBytes(payload.tests());
        List<TestOutcome> tests = new ArrayList<>(columns.size());
        for (int row = 0; row < columns.size(); row++) {
            TestId test = dictionary.test(columns.tests()[row]);
            // A test is taken out of the dictionary only when its builds are gone: this one is being deleted right now.
            if (test != null) {
                tests.add(new TestOutcome(test, columns.outcome(row), columns.seconds(row)));
            }
        }
        return tests;
    }

    private static List<ChangeSet> changes(Payloads.Payload payload, List<Payloads.Author> authors) {
        List<ChangeSet> plain = ChangeColumns.fromBytes(payload.changes());
        if (authors.isEmpty()) {
            return plain;
        }
        List<ChangeSet> changes = new ArrayList<>(plain.size());
        for (int i = 0; i < plain.size(); i++) {
            int changeSet = i;
            List<String> people = authors.stream()
                    .filter(author -> author.changeSet() == changeSet)
                    .map(Payloads.Author::pseudonym)
                    .toList();
            ChangeSet change = plain.get(i);
            changes.add(
                    new ChangeSet(change.fromCommit(), change.toCommit(), change.files(), people, change.commits()));
        }
        return changes;
    }
}
