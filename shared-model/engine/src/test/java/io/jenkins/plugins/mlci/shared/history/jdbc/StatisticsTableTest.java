package io.jenkins.plugins.mlci.shared.history.jdbc;

import static io.jenkins.plugins.mlci.shared.history.jdbc.Samples.JOB;
import static io.jenkins.plugins.mlci.shared.history.jdbc.Samples.id;
import static io.jenkins.plugins.mlci.shared.history.jdbc.Samples.record;
import static io.jenkins.plugins.mlci.shared.history.jdbc.Samples.test;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.mlci.shared.history.BuildQuery;
import io.jenkins.plugins.mlci.shared.history.BuildRecord;
import io.jenkins.plugins.mlci.shared.history.Outcome;
import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.shared.history.TestOutcome;
import io.jenkins.plugins.mlci.shared.history.TestRun;
import io.jenkins.plugins.mlci.shared.history.TestStatistics;
import io.jenkins.plugins.mlci.shared.history.columnar.StatisticsPage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatisticsTableTest extends StoreTest {
    @Test
    void countsEachRecordedBuild() {
        store.builds().record(record(1, test("a", Outcome.PASSED, 1), test("b", Outcome.FAILED, 2)));
        store.builds().record(record(2, test("b", Outcome.PASSED, 2)));
        Map<TestId, TestStatistics> statistics = store.tests().statistics(JOB);
        assertThat(statistics.keySet()).extracting(TestId::method).containsExactly("a", "b");
        TestStatistics b = statistics.get(test("b", Outcome.PASSED, 0).test());
        assertThat(b.runs()).isEqualTo(2);
        assertThat(b.failures()).isEqualTo(1);
        assertThat(b.lastFailure()).isEqualTo(1);
        assertThat(b.lastBuild()).isEqualTo(2);
    }

    @Test
    void isEmptyForAnUnknownJob() {
        assertThat(store.tests().statistics("nobody")).isEmpty();
        assertThat(store.tests().runs("nobody", TestId.ofClass("A"), 30)).isEmpty();
    }

    /** Whatever happens in whatever order, the statistics are those of the builds that are there now. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void agreesWithCountingAnew(long seed) {
        Random random = new Random(seed);
        for (int step = 0; step < 60; step++) {
            long number = 1 + random.nextInt(20);
            switch (random.nextInt(8)) {
                case 0 -> store.builds().delete(id(number));
                case 1 -> store.builds().exclude(id(number), "for a test");
                case 2 -> store.builds().include(id(number));
                case 3 -> store.builds().deleteAllButNewest(JOB, 15);
                default -> store.builds().record(someTests(random.nextInt(3) == 0 ? number : 20 + step, random));
            }
            if (random.nextInt(5) == 0) {
                assertThat(store.tests().statistics(JOB)).isEqualTo(countedAnew());
            }
        }
        assertThat(store.tests().statistics(JOB)).isEqualTo(countedAnew());
        reopen();
        assertThat(store.tests().statistics(JOB)).isEqualTo(countedAnew());
    }

    @Test
    void spansSeveralPages() {
        Random random = new Random(2);
        store.builds().record(Samples.large(1, 3000, random));
        store.builds().record(Samples.large(2, 2500, random));
        assertThat(store.tests().statistics(JOB)).hasSize(3000).isEqualTo(countedAnew());
    }

    @Test
    void forgetsNamesOfTestsThatNoBuildHas() {
        store.builds().record(record(1, test("gone", Outcome.PASSED, 1)));
        store.builds().record(record(2, test("stays", Outcome.PASSED, 1)));
        store.builds().delete(id(1));
        assertThat(store.tests().statistics(JOB).keySet())
                .extracting(TestId::method)
                .containsExactly("stays");
        BuildRecord back = record(3, test("new", Outcome.PASSED, 1), test("gone", Outcome.FAILED, 1));
        store.builds().record(back);
        assertThat(store.builds().find(id(3))).contains(back);
        assertThat(store.tests().statistics(JOB)).hasSize(3).isEqualTo(countedAnew());
    }

    @Test
    void givesTheLastRunsOfATest() {
        TestId test = test("a", Outcome.PASSED, 0).test();
        for (long number = 1; number <= 80; number++) {
            Outcome outcome = number % 7 == 0 ? Outcome.FAILED : Outcome.PASSED;
            store.builds()
                    .record(
                            number % 2 == 0
                                    ? record(number, test("a", outcome, number))
                                    : record(number, test("b", outcome, number)));
        }
        store.builds().exclude(id(78), "stale");
        List<TestRun> runs = store.tests().runs(JOB, test, 30);
        assertThat(runs)
                .hasSize(30)
                .extracting(run -> run.build().id().number())
                .startsWith(80L, 76L, 74L)
                .endsWith(20L);
        assertThat(runs).filteredOn(run -> run.outcome() == Outcome.FAILED).hasSize(4);
        assertThat(runs.get(0).seconds()).isEqualTo(Samples.onScale(80));
        assertThat(store.tests().runs(JOB, test, 0)).isEmpty();
        assertThat(store.tests().runs(JOB, TestId.ofClass("unknown"), 30)).isEmpty();
    }

    private static BuildRecord someTests(long number, Random random) {
        List<TestOutcome> tests = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            if (random.nextInt(3) > 0) {
                Outcome outcome = Outcome.values()[random.nextInt(5)];
                tests.add(test(
                        "t" + (i + number / 10), outcome, random.nextInt(4) == 0 ? Double.NaN : random.nextDouble()));
            }
        }
        return record(number, tests.toArray(TestOutcome[]::new));
    }

    private Map<TestId, TestStatistics> countedAnew() {
        Map<TestId, StatisticsPage> pages = new HashMap<>();
        store.builds().read(BuildQuery.of(JOB)).forEach(build -> {
            for (TestOutcome test : build.tests()) {
                pages.computeIfAbsent(test.test(), id -> new StatisticsPage())
                        .add(0, build.build().id().number(), test.outcome(), test.seconds());
            }
        });
        Map<TestId, TestStatistics> counted = new HashMap<>();
        pages.forEach((test, page) -> counted.put(test, page.statistics(0)));
        return counted;
    }
}
