package io.jenkins.plugins.mlci.shared.jenkinshome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jenkins.plugins.mlci.shared.history.Build;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.ChangeKind;
import io.jenkins.plugins.mlci.shared.history.ChangeSet;
import io.jenkins.plugins.mlci.shared.history.ChangedFile;
import io.jenkins.plugins.mlci.shared.history.Outcome;
import io.jenkins.plugins.mlci.shared.history.TestOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports 212 builds that a real Jenkins recorded and compares them with what was counted when they were recorded. */
class RecordedHistoryImportTest {
    private static final Map<BuildId, ImportedBuild> BUILDS = new LinkedHashMap<>();
    private static final List<String> PROBLEMS = new ArrayList<>();
    private static RecordedHistory recorded;

    @BeforeAll
    static void importAll(@TempDir Path folder) throws IOException {
        recorded = RecordedHistory.assumePresent();
        recorded.unpackInto(folder);
        JenkinsHome home = JenkinsHome.open(folder, PROBLEMS::add);
        JenkinsHomeReader reader = new JenkinsHomeReader(name -> "person:" + name);
        for (JobFolder job : home.jobs()) {
            try (var builds = reader.builds(home, job, PROBLEMS::add)) {
                builds.forEach(build -> BUILDS.put(build.found().build().id(), build));
            }
        }
    }

    @Test
    void importsEveryBuildInOrderAndWithoutProblem() {
        assertThat(PROBLEMS).isEmpty();
        assertThat(BUILDS).hasSize(212);
        for (String job : RecordedHistory.JOBS) {
            List<Long> numbers = BUILDS.keySet().stream()
                    .filter(id -> id.job().equals(job))
                    .map(BuildId::number)
                    .toList();
            assertThat(numbers).isSorted().startsWith(1L);
        }
    }

    @Test
    void agreesWithTheFactsOfEveryBuild() throws IOException {
        for (Map<String, String> row : recorded.table("labels.csv")) {
            Build build = BUILDS.get(id(row)).found().build();
            assertThat(build.result()).as(build.id().toString()).hasToString(row.get("result"));
            boolean knowsCommit = !build.commit().isEmpty();
            assertThat(knowsCommit
                            || row.get("note").startsWith("git_fetch")
                            || row.get("result").equals("ABORTED"))
                    .as("commit of %s", build.id())
                    .isTrue();
            if (knowsCommit) {
                assertThat(build.commit()).as(build.id().toString()).isEqualTo(row.get("commit"));
                assertThat(build.branch()).isEqualTo("ci");
            }
        }
    }

    @Test
    void agreesWithEveryClassOfEveryBuild() throws IOException {
        Map<String, double[]> found = new HashMap<>();
        BUILDS.forEach((id, build) -> build.found().tests().forEach(test -> {
            double[] sum = found.computeIfAbsent(id + " " + test.test().className(), key -> new double[4]);
            sum[0]++;
            sum[1] += test.outcome() == Outcome.FAILED ? 1 : 0;
            sum[2] += test.outcome() == Outcome.SKIPPED ? 1 : 0;
            sum[3] += test.seconds();
        }));
        List<Map<String, String>> rows = recorded.table("class_runs.csv");
        assertThat(found).hasSameSizeAs(rows);
        for (Map<String, String> row : rows) {
            String key = id(row) + " " + row.get("class");
            assertThat(found).containsKey(key);
            double[] sum = found.get(key);
            assertThat(sum[0]).as(key).isEqualTo(Double.parseDouble(row.get("tests")));
            assertThat(sum[1]).as(key).isEqualTo(Double.parseDouble(row.get("failed")));
            assertThat(sum[2]).as(key).isEqualTo(Double.parseDouble(row.get("skipped")));
            assertThat(sum[3]).as(key).isCloseTo(Double.parseDouble(row.get("duration_s")), within(0.0011));
        }
    }

    @Test
    void agreesWithEveryFailedTest() throws IOException {
        Map<BuildId, Set<String>> expected = new HashMap<>();
        for (Map<String, String> row : recorded.table("failed_tests.csv")) {
            expected.computeIfAbsent(id(row), key -> new TreeSet<>()).add(row.get("class"));
        }
        Map<BuildId, Set<String>> found = new HashMap<>();
        BUILDS.forEach((id, build) -> {
            Set<String> failed = build.found().tests().stream()
                    .filter(test -> test.outcome().isFailure())
                    .map(test -> test.test().className())
                    .collect(Collectors.toCollection(TreeSet::new));
            if (!failed.isEmpty()) {
                found.put(id, failed);
            }
        });
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void recognisesTheStaleBuildsAndNoOther() throws IOException {
        Set<BuildId> expected = new HashSet<>();
        for (Map<String, String> row : recorded.table("class_runs.csv")) {
            if (row.get("stale").equals("yes")) {
                expected.add(id(row));
            }
        }
        Set<BuildId> found = BUILDS.entrySet().stream()
                .filter(entry -> entry.getValue().isStale())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        assertThat(found).isEqualTo(expected).hasSize(14);
        assertThat(found)
                .allSatisfy(id -> assertThat(BUILDS.get(id).record().tests()).isEmpty());
    }

    @Test
    void agreesWithTheChangedFilesOfEveryBuildOfOneCommit() throws IOException {
        Map<String, Map<String, ChangeKind>> byCommit = new HashMap<>();
        for (Map<String, String> row : recorded.table("changes.csv")) {
            byCommit.computeIfAbsent(row.get("commit"), key -> new TreeMap<>())
                    .put(row.get("path"), kind(row.get("status")));
        }
        int compared = 0;
        for (ImportedBuild build : BUILDS.values()) {
            for (ChangeSet change : build.found().changes()) {
                if (change.commits() == 1) {
                    Map<String, ChangeKind> files =
                            change.files().stream().collect(Collectors.toMap(ChangedFile::path, ChangedFile::kind));
                    assertThat(files).isEqualTo(byCommit.getOrDefault(change.toCommit(), Map.of()));
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(50);
    }

    @Test
    void keepsPseudonymsInsteadOfPeople() {
        List<String> authors = BUILDS.values().stream()
                .flatMap(build -> build.found().changes().stream())
                .flatMap(change -> change.authors().stream())
                .distinct()
                .toList();
        assertThat(authors).hasSizeGreaterThan(5).allSatisfy(author -> assertThat(author)
                .matches("person:dev-[0-9]+@example\\.org"));
    }

    @Test
    void startsAndDurationsAgree() throws IOException {
        List<Map<String, String>> rows = recorded.table("labels.csv");
        for (Map<String, String> row : rows) {
            Build build = BUILDS.get(id(row)).found().build();
            String line = row.toString();
            assertThat(build.started())
                    .isAfter(OffsetDateTime.parse("2026-11-23T06:08:00Z").toInstant());
            assertThat(build.started())
                    .isBefore(OffsetDateTime.parse("2026-11-23T06:37:00Z").toInstant());
            assertThat(build.duration().toMillis()).as(line).isBetween(1L, 300_000L);
        }
        assertThat(rows).hasSize(212);
    }

    @Test
    void everyOutcomeHasADuration() {
        List<TestOutcome> tests = BUILDS.values().stream()
                .flatMap(build -> build.found().tests().stream())
                .toList();
        assertThat(tests).hasSize(240_734).allMatch(test -> test.seconds() >= 0);
    }

    private static BuildId id(Map<String, String> row) {
        return new BuildId(row.get("job"), Long.parseLong(row.get("build")));
    }

    private static ChangeKind kind(String status) {
        return switch (status.charAt(0)) {
            case 'A' -> ChangeKind.ADDED;
            case 'D' -> ChangeKind.DELETED;
            default -> ChangeKind.MODIFIED;
        };
    }
}
