package io.jenkins.plugins.mlci.shared.history.jdbc;

import static io.jenkins.plugins.mlci.shared.history.jdbc.Samples.AUTHOR;
import static io.jenkins.plugins.mlci.shared.history.jdbc.Samples.JOB;
import static io.jenkins.plugins.mlci.shared.history.jdbc.Samples.id;
import static io.jenkins.plugins.mlci.shared.history.jdbc.Samples.record;
import static io.jenkins.plugins.mlci.shared.history.jdbc.Samples.test;
import static io.jenkins.plugins.mlci.shared.history.jdbc.Samples.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jenkins.plugins.mlci.shared.history.Build;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.BuildQuery;
import io.jenkins.plugins.mlci.shared.history.BuildRecord;
import io.jenkins.plugins.mlci.shared.history.BuildResult;
import io.jenkins.plugins.mlci.shared.history.ChangeSet;
import io.jenkins.plugins.mlci.shared.history.Outcome;
import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.shared.history.TestOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BuildTableTest extends StoreTest {
    @Test
    void keepsABuildAcrossReopening() {
        BuildRecord build = record(
                1,
                test("b", Outcome.PASSED, 0.5),
                test("a", Outcome.FAILED, 12),
                test("c", Outcome.SKIPPED, Double.NaN),
                test("d", Outcome.FLAKY, 0));
        store.builds().record(build);
        reopen();
        assertThat(store.builds().find(id(1))).contains(build);
        assertThat(store.jobs().names()).containsExactly(JOB);
    }

    @Test
    void knowsNothingOfUnknownBuilds() {
        assertThat(store.builds().find(id(1))).isEmpty();
        assertThat(store.builds().list(BuildQuery.of(JOB))).isEmpty();
        assertThat(store.builds().read(BuildQuery.of(JOB))).isEmpty();
        assertThat(store.builds().exclude(id(1), "stale")).isFalse();
        assertThat(store.builds().exclusion(id(1))).isEmpty();
        assertThat(store.builds().delete(id(1))).isFalse();
        assertThat(store.builds().deleteAllButNewest(JOB, 1)).isZero();
        assertThat(store.jobs().names()).isEmpty();
    }

    @Test
    void keepsBuildsWithoutChangesAndTests() {
        BuildRecord build = new BuildRecord(Samples.build(JOB, 1), List.of(ChangeSet.EMPTY), List.of());
        store.builds().record(build);
        assertThat(store.builds().find(id(1))).contains(build);
    }

    @Test
    void keepsAuthorsOfEachChangeSet() {
        List<ChangeSet> changes = List.of(
                new ChangeSet("", "x", List.of(), List.of("b", "a"), 1),
                ChangeSet.EMPTY,
                new ChangeSet("", "y", List.of(), List.of("a"), 1));
        store.builds().record(new BuildRecord(Samples.build(JOB, 1), changes, List.of()));
        assertThat(store.builds().find(id(1)).orElseThrow().changes()).isEqualTo(changes);
    }

    @Test
    void recordsTheSameBuildOnce() {
        BuildRecord build = record(1, test("a", Outcome.PASSED, 1));
        store.builds().record(build);
        store.builds().record(build);
        assertThat(store.builds().read(BuildQuery.of(JOB))).containsExactly(build);
        assertThat(store.tests().statistics(JOB).values()).allMatch(statistics -> statistics.runs() == 1);
    }

    @Test
    void replacesAChangedBuild() {
        store.builds().record(record(1, test("a", Outcome.PASSED, 1), test("b", Outcome.PASSED, 1)));
        Build facts = new Build(id(1), time(5), Duration.ZERO, BuildResult.ABORTED, "other", "");
        BuildRecord changed = new BuildRecord(
                facts,
                List.of(new ChangeSet("", "", List.of(), List.of("someone"), 1)),
                List.of(test("c", Outcome.ERROR, 2), test("a", Outcome.FAILED, 3)));
        store.builds().record(changed);
        assertThat(store.builds().read(BuildQuery.of(JOB))).containsExactly(changed);
        assertThat(store.tests().statistics(JOB).keySet())
                .extracting(TestId::method)
                .containsExactlyInAnyOrder("a", "c");
    }

    @Test
    void refusesATestThatOccursTwice() {
        BuildRecord build = record(1, test("a", Outcome.PASSED, 1), test("a", Outcome.FAILED, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.builds().record(build))
                .withMessageContaining("org.example.SomeTest#a occurs twice in folder/service/main#1");
        assertThat(store.builds().find(id(1))).isEmpty();
    }

    @Test
    void readsInTimeOrderWhateverTheOrderOfRecording() {
        for (long number : new long[] {3, 1, 2}) {
            store.builds().record(record(number));
        }
        assertThat(store.builds().list(BuildQuery.of(JOB)))
                .extracting(build -> build.id().number())
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void selectsByTimeAndNumber() {
        for (long number = 1; number <= 9; number++) {
            store.builds().record(record(number));
        }
        BuildQuery all = BuildQuery.of(JOB);
        assertThat(numbers(all.newest(3))).containsExactly(7L, 8L, 9L);
        assertThat(numbers(all.newest(0))).isEmpty();
        assertThat(numbers(all.startedSince(time(7)))).containsExactly(7L, 8L, 9L);
        assertThat(numbers(all.startedSince(time(7).plusNanos(1)))).containsExactly(8L, 9L);
        assertThat(numbers(all.startedBefore(time(3)))).containsExactly(1L, 2L);
        assertThat(numbers(all.startedBefore(time(3).plusNanos(1)))).containsExactly(1L, 2L, 3L);
        assertThat(numbers(all.startedBefore(time(6)).newest(2))).containsExactly(4L, 5L);
        assertThat(numbers(all.startedSince(Instant.MAX))).isEmpty();
    }

    @Test
    void readsManyBuildsWithoutHoldingAConnection() {
        Random random = new Random(1);
        for (long number = 1; number <= 100; number++) {
            store.builds().record(Samples.large(number, 20, random));
        }
        Iterator<BuildRecord> builds = store.builds().read(BuildQuery.of(JOB)).iterator();
        assertThat(builds.next().build().id()).isEqualTo(id(1));
        store.builds().delete(id(70));
        int rest = 0;
        while (builds.hasNext()) {
            assertThat(builds.next().tests()).hasSize(20);
            rest++;
        }
        assertThat(rest).isEqualTo(98);
    }

    @Test
    void leavesExcludedBuildsOut() {
        store.builds().record(record(1));
        store.builds().record(record(2));
        assertThat(store.builds().exclude(id(1), "Its results are\0 left over")).isTrue();
        assertThat(numbers(BuildQuery.of(JOB))).containsExactly(2L);
        assertThat(numbers(BuildQuery.of(JOB).includingExcluded())).containsExactly(1L, 2L);
        assertThat(store.builds().find(id(1))).isPresent();
        assertThat(store.builds().exclusion(id(1))).contains("Its results are\0 left over");
        store.builds().record(record(1, test("a", Outcome.PASSED, 1)));
        assertThat(store.builds().exclusion(id(1))).isPresent();
        assertThat(store.builds().include(id(1))).isTrue();
        assertThat(numbers(BuildQuery.of(JOB))).containsExactly(1L, 2L);
    }

    @Test
    void deletesByNumberAgeAndCount() {
        for (long number = 1; number <= 9; number++) {
            store.builds().record(record(number));
        }
        store.builds().record(new BuildRecord(Samples.build("other", 2), List.of(), List.of()));
        assertThat(store.builds().delete(id(5))).isTrue();
        assertThat(store.builds().deleteStartedBefore(time(3))).isEqualTo(3);
        assertThat(store.builds().deleteAllButNewest(JOB, 4)).isEqualTo(2);
        assertThat(numbers(BuildQuery.of(JOB))).containsExactly(6L, 7L, 8L, 9L);
        assertThat(numbers(BuildQuery.of("other"))).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> store.builds().deleteAllButNewest(JOB, -1));
    }

    @Test
    void forgetsAuthors() {
        store.builds().record(record(1));
        store.builds().record(record(2));
        assertThat(store.builds().eraseAuthor(AUTHOR)).isEqualTo(2);
        assertThat(store.builds().eraseAuthor(AUTHOR)).isZero();
        assertThat(store.builds().read(BuildQuery.of(JOB)))
                .flatExtracting(BuildRecord::changes)
                .flatExtracting(ChangeSet::authors)
                .containsExactly("fedcba9876543210", "fedcba9876543210");
    }

    @Test
    void followsARenamedJob() {
        BuildRecord build = record(1, test("a", Outcome.PASSED, 1));
        store.builds().record(build);
        store.jobs().rename(JOB, "moved/there");
        assertThat(store.jobs().names()).containsExactly("moved/there");
        assertThat(store.builds().find(id(1))).isEmpty();
        assertThat(store.builds()
                        .find(new BuildId("moved/there", 1))
                        .orElseThrow()
                        .tests())
                .isEqualTo(build.tests());
        store.jobs().rename("unknown", "elsewhere");
        assertThat(store.jobs().names()).containsExactly("moved/there");
    }

    @Test
    void forgetsAJobAndStartsAnew() {
        store.builds().record(record(1, test("a", Outcome.PASSED, 1)));
        assertThat(store.jobs().delete(JOB)).isTrue();
        assertThat(store.jobs().delete(JOB)).isFalse();
        assertThat(store.jobs().names()).isEmpty();
        BuildRecord build = record(1, test("b", Outcome.PASSED, 1));
        store.builds().record(build);
        assertThat(store.builds().read(BuildQuery.of(JOB))).containsExactly(build);
        assertThat(store.tests().statistics(JOB)).hasSize(1);
    }

    @Test
    void survivesHostileNames() {
        String everything = "\0'\";DROP TABLE build;--\r\n\t\\u0000\\ \ud800 \udc00\ud800 \ud83d\ude00 \uffff %_ ../..";
        String huge = "\u00e9x".repeat(32 * 1024);
        String job = "job/" + everything + huge;
        List<TestOutcome> tests = List.of(
                new TestOutcome(new TestId(everything, huge, everything), Outcome.PASSED, 0),
                new TestOutcome(new TestId(everything, huge + " ", everything), Outcome.FAILED, 0),
                new TestOutcome(new TestId("", everything, "\0"), Outcome.PASSED, 0),
                new TestOutcome(new TestId("", everything, "\\u0000"), Outcome.PASSED, 0),
                new TestOutcome(new TestId("", "A", "case"), Outcome.PASSED, 0),
                new TestOutcome(new TestId("", "a", "case"), Outcome.PASSED, 0),
                new TestOutcome(new TestId("", "a ", "case"), Outcome.PASSED, 0),
                new TestOutcome(new TestId("", "", ""), Outcome.PASSED, 0));
        Build facts = new Build(
                new BuildId(job, Long.MAX_VALUE),
                Instant.ofEpochMilli(-5),
                Duration.ofDays(4000),
                BuildResult.SUCCESS,
                everything,
                huge);
        BuildRecord build = new BuildRecord(
                facts, List.of(new ChangeSet(everything, huge, List.of(), List.of(everything), 1)), tests);
        store.builds().record(build);
        store.builds().record(build);
        reopen();
        assertThat(store.jobs().names()).containsExactly(job);
        assertThat(store.builds().read(BuildQuery.of(job))).containsExactly(build);
        assertThat(store.tests().statistics(job)).hasSize(tests.size());
        assertThat(store.tests().runs(job, tests.get(1).test(), 5)).hasSize(1);
        store.jobs().rename(job, job + "2");
        assertThat(store.jobs().delete(job + "2")).isTrue();
    }

    @Test
    void refusesNamesThatAreMissing() {
        Build facts = new Build(id(1), time(1), Duration.ZERO, BuildResult.SUCCESS, null, "");
        BuildRecord build = new BuildRecord(facts, List.of(), List.of());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.builds().record(build))
                .withMessage("The branch of a build is missing");
    }

    @Test
    void keepsLargeBuilds() {
        BuildRecord build = Samples.large(1, 3_000, new Random(4));
        store.builds().record(build);
        assertThat(store.builds().find(id(1))).contains(build);
        assertThat(store.tests().statistics(JOB)).hasSize(3_000);
    }

    private List<Long> numbers(BuildQuery query) {
        List<Long> listed = store.builds().list(query).stream()
                .map(build -> build.id().number())
                .toList();
        assertThat(store.builds().read(query))
                .extracting(build -> build.build().id().number())
                .isEqualTo(listed);
        return listed;
    }
}
