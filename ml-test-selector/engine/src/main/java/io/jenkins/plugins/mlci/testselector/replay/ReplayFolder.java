package io.jenkins.plugins.mlci.testselector.replay;

import io.jenkins.plugins.mlci.shared.csv.CsvFile;
import io.jenkins.plugins.mlci.shared.history.Build;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.BuildRecord;
import io.jenkins.plugins.mlci.shared.history.BuildResult;
import io.jenkins.plugins.mlci.shared.history.ChangeKind;
import io.jenkins.plugins.mlci.shared.history.ChangeSet;
import io.jenkins.plugins.mlci.shared.history.ChangedFile;
import io.jenkins.plugins.mlci.shared.history.Outcome;
import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.shared.history.TestOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reads histories laid out as folders of gzipped CSV files.
 *
 * <p>A folder with {@code runs.csv.gz} (cycle, test_id, duration, verdict), {@code tests.csv.gz} (test_id, test) and
 * {@code cycles.csv.gz} (cycle and, where known, commit, first_parent, author, commit_time) is one subject;
 * {@code changes.csv.gz} (cycle, status, path, added, deleted) is optional. A folder with {@code bugs.csv.gz} instead
 * of cycles holds single changes without any history, see {@link BugFolder}.
 */
public final class ReplayFolder {
    private ReplayFolder() {}

    /** All subjects below a folder, in path order. */
    public static List<Path> find(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root, 4)) {
            return paths.filter(Files::isDirectory)
                    .filter(folder -> Files.exists(folder.resolve("runs.csv.gz")))
                    .filter(folder -> Files.exists(folder.resolve("cycles.csv.gz")) || BugFolder.isOne(folder))
                    .sorted()
                    .toList();
        }
    }

    /** Reads one subject. */
    public static Subject read(Path root, Path folder) throws IOException {
        String name = root.relativize(folder).toString().replace('\\', '/');
        if (name.isEmpty()) {
            name = String.valueOf(folder.getFileName());
        }
        if (BugFolder.isOne(folder)) {
            return BugFolder.read(name, folder);
        }
        Map<String, TestId> tests = readTests(folder.resolve("tests.csv.gz"));
        Map<Integer, Build> builds = readBuilds(name, folder.resolve("cycles.csv.gz"));
        Map<Integer, String[]> commits = readCommits(folder.resolve("cycles.csv.gz"));
        Map<Integer, List<ChangedFile>> changes = readChanges(folder.resolve("changes.csv.gz"));
        Map<Integer, List<TestOutcome>> runs = readRuns(folder.resolve("runs.csv.gz"), tests, builds.keySet());
        List<BuildRecord> records = new ArrayList<>();
        boolean known = !changes.isEmpty();
        builds.forEach((cycle, build) -> {
            String[] commit = commits.get(cycle);
            List<String> authors = commit[2].isEmpty() ? List.of() : List.of(commit[2]);
            List<ChangeSet> sets = known
                    ? List.of(new ChangeSet(commit[1], commit[0], changes.getOrDefault(cycle, List.of()), authors, 1))
                    : List.of();
            records.add(new BuildRecord(build, sets, runs.getOrDefault(cycle, List.of())));
        });
        Map<TestId, String> numbers = new HashMap<>();
        tests.forEach((number, test) -> numbers.put(test, number));
        return new Subject(name, records, numbers, false);
    }

    private static Map<String, TestId> readTests(Path file) throws IOException {
        Map<String, TestId> tests = new HashMap<>();
        Map<TestId, String> taken = new HashMap<>();
        try (CsvFile table = CsvFile.openZipped(file).requiring("test_id", "test")) {
            while (table.next()) {
                TestId test = TestId.ofClass(table.text("test"));
                String number = table.text("test_id");
                if (taken.putIfAbsent(test, number) != null) {
                    test = new TestId(number, test.className(), "");
                    taken.put(test, number);
                }
                tests.put(number, test);
            }
        }
        return tests;
    }

    private static Map<Integer, Build> readBuilds(String subject, Path file) throws IOException {
        Map<Integer, Build> builds = new TreeMap<>();
        try (CsvFile table = CsvFile.openZipped(file).requiring("cycle")) {
            while (table.next()) {
                int cycle = table.wholeNumber("cycle", 0);
                long seconds = table.has("commit_time") ? (long) table.exactNumber("commit_time") : cycle * 3600L;
                builds.put(
                        cycle,
                        new Build(
                                new BuildId(subject, cycle),
                                Instant.ofEpochSecond(seconds),
                                Duration.ZERO,
                                table.wholeNumber("n_failed", 0) > 0 ? BuildResult.UNSTABLE : BuildResult.SUCCESS,
                                "",
                                table.text("commit")));
            }
        }
        return builds;
    }

    private static Map<Integer, String[]> readCommits(Path file) throws IOException {
        Map<Integer, String[]> commits = new HashMap<>();
        try (CsvFile table = CsvFile.openZipped(file)) {
            while (table.next()) {
                commits.put(
                        table.wholeNumber("cycle", 0),
                        new String[] {table.text("commit"), table.text("first_parent"), table.text("author")});
            }
        }
        return commits;
    }

    private static Map<Integer, List<ChangedFile>> readChanges(Path file) throws IOException {
        Map<Integer, List<ChangedFile>> changes = new HashMap<>();
        if (!Files.exists(file)) {
            return changes;
        }
        try (CsvFile table = CsvFile.openZipped(file).requiring("cycle", "path")) {
            while (table.next()) {
                changes.computeIfAbsent(table.wholeNumber("cycle", 0), c -> new ArrayList<>())
                        .add(readChange(table));
            }
        }
        return changes;
    }

    static ChangedFile readChange(CsvFile table) throws IOException {
        ChangeKind kind =
                switch (table.text("status")) {
                    case "A" -> ChangeKind.ADDED;
                    case "D" -> ChangeKind.DELETED;
                    default -> ChangeKind.MODIFIED;
                };
        return new ChangedFile(
                kind, table.text("path"), "", table.wholeNumber("added", -1), table.wholeNumber("deleted", -1));
    }

    private static Map<Integer, List<TestOutcome>> readRuns(Path file, Map<String, TestId> tests, Set<Integer> cycles)
            throws IOException {
        Map<Integer, List<TestOutcome>> runs = new HashMap<>();
        try (CsvFile table = CsvFile.openZipped(file).requiring("cycle", "test_id", "verdict")) {
            while (table.next()) {
                TestId test = tests.get(table.text("test_id"));
                if (test == null) {
                    throw new IOException(file + " names test " + table.text("test_id") + ", which tests.csv.gz lacks");
                }
                int cycle = table.wholeNumber("cycle", 0);
                if (!cycles.contains(cycle)) {
                    throw new IOException(file + " names cycle " + table.text("cycle") + ", which cycles.csv.gz lacks");
                }
                Outcome outcome = table.wholeNumber("verdict", 0) > 0 ? Outcome.FAILED : Outcome.PASSED;
                runs.computeIfAbsent(cycle, c -> new ArrayList<>())
                        .add(new TestOutcome(test, outcome, table.exactNumber("duration")));
            }
        }
        return runs;
    }
}
