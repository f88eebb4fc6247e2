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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a folder of single bugs: for each, the files of the change and the tests with their outcome, but no history.
 *
 * <p>{@code bugs.csv.gz} and {@code runs.csv.gz} ((project,) bug, test or test_class, verdict and, where known, duration)
 * and {@code changes.csv.gz} ((project,) bug, path, added, deleted and, where known, kind).
 */
final class BugFolder {
    private BugFolder() {}

    static boolean isOne(Path folder) {
        return Files.exists(folder.resolve("bugs.csv.gz")) && Files.exists(folder.resolve("runs.csv.gz"));
    }

    static Subject read(String name, Path folder) throws IOException {
        Map<String, List<ChangedFile>> changes = readChanges(folder.resolve("changes.csv.gz"));
        Map<String, List<TestOutcome>> runs = readRuns(folder.resolve("runs.csv.gz"));
        List<BuildRecord> builds = new ArrayList<>();
        runs.forEach((bug, outcomes) -> {
            List<ChangedFile> files = changes.getOrDefault(bug, List.of());
            int number = builds.size() + 1;
            builds.add(new BuildRecord(
                    new Build(
                            new BuildId(name, number),
                            Instant.ofEpochSecond(number * 3600L),
                            Duration.ZERO,
                            BuildResult.UNSTABLE,
                            "",
                            bug),
                    List.of(new ChangeSet("", bug, files, List.of(), 1)),
                    outcomes));
        });
        return new Subject(name, builds, Map.of(), true);
    }

    private static String bug(CsvFile table) {
        return table.has("project") ? table.text("project") + "-" + table.text("bug") : table.text("bug");
    }

    private static Map<String, List<TestOutcome>> readRuns(Path file) throws IOException {
        Map<String, List<TestOutcome>> runs = new LinkedHashMap<>();
        try (CsvFile table = CsvFile.openZipped(file).requiring("bug", "verdict")) {
            if (!table.has("test")) {
                table.requiring("test_class");
            }
            while (table.next()) {
                String name = table.has("test") ? table.text("test") : table.text("test_class");
                int hash = name.indexOf('#');
                TestId test = hash < 0
                        ? TestId.ofClass(name)
                        : new TestId("", name.substring(0, hash), name.substring(hash + 1));
                Outcome outcome = table.wholeNumber("verdict", 0) > 0 ? Outcome.FAILED : Outcome.PASSED;
                runs.computeIfAbsent(bug(table), b -> new ArrayList<>())
                        .add(new TestOutcome(test, outcome, table.exactNumber("duration")));
            }
        }
        return runs;
    }

    private static Map<String, List<ChangedFile>> readChanges(Path file) throws IOException {
        Map<String, List<ChangedFile>> changes = new LinkedHashMap<>();
        try (CsvFile table = CsvFile.openZipped(file).requiring("bug", "path")) {
            while (table.next()) {
                // The tests that came with the fix were run on the old source: they are part of what changed.
                changes.computeIfAbsent(bug(table), b -> new ArrayList<>())
                        .add(new ChangedFile(
                                ChangeKind.MODIFIED,
                                table.text("path"),
                                "",
                                table.wholeNumber("added", -1),
                                table.wholeNumber("deleted", -1)));
            }
        }
        return changes;
    }
}
