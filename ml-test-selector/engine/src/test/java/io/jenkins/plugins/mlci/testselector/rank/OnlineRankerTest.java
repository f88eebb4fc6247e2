package io.jenkins.plugins.mlci.testselector.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jenkins.plugins.mlci.shared.history.BuildRecord;
import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.shared.history.TestOutcome;
import io.jenkins.plugins.mlci.testselector.SyntheticHistory;
import io.jenkins.plugins.mlci.testselector.feature.SelectionTable;
import io.jenkins.plugins.mlci.testselector.feature.TestHistory;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OnlineRankerTest {
    private static final List<TestId> TESTS = SyntheticHistory.tests(30);

    private final TestHistory history = new TestHistory();

    /** Learns from a build as a job does: ranked first, then observed. */
    private void learn(OnlineRanker ranker, BuildRecord build) {
        SelectionTable table = SelectionTable.of(
                history,
                build.changes(),
                build.tests().stream().map(TestOutcome::test).toList());
        boolean[] failed = new boolean[table.rows()];
        IntStream.range(0, failed.length)
                .forEach(row -> failed[row] = build.tests().get(row).outcome().isFailure());
        ranker.observe(table, failed);
        history.observe(build);
    }

    private SelectionTable table(String... paths) {
        return SelectionTable.of(history, List.of(SyntheticHistory.change(paths)), TESTS);
    }

    @Test
    void withoutHistoryThePriorDecides() {
        SelectionTable table = table(SyntheticHistory.sourceOf(3));

        assertThat(new OnlineRanker(1).logOdds(table))
                .isEqualTo(PriorModel.shipped().logOdds(table, false));
    }

    @Test
    void sameSeedSameScores() {
        OnlineRanker one = new OnlineRanker(9);
        OnlineRanker same = new OnlineRanker(9);
        TestHistory other = new TestHistory();
        for (BuildRecord build : SyntheticHistory.planted(30, 90, 4)) {
            SelectionTable table = SelectionTable.of(other, build.changes(), TESTS);
            boolean[] failed = new boolean[30];
            IntStream.range(0, 30)
                    .forEach(row ->
                            failed[row] = build.tests().get(row).outcome().isFailure());
            same.observe(table, failed);
            other.observe(build);
            learn(one, build);
        }
        SelectionTable table = table(SyntheticHistory.BREAKING_FILE);

        assertThat(one.model()).isNotNull();
        assertThat(one.logOdds(table)).isEqualTo(same.logOdds(table));
        assertThat(one.share()).isEqualTo(same.share());
        assertThat(one.model().scores(extendedBy(table))).isEqualTo(same.model().scores(extendedBy(table)));
    }

    private static io.jenkins.plugins.mlci.shared.feature.FeatureTable extendedBy(SelectionTable table) {
        double[][] columns = new double[OnlineRanker.SCHEMA.size()][];
        for (var feature : io.jenkins.plugins.mlci.testselector.feature.SelectionFeature.values()) {
            columns[feature.ordinal()] = table.column(feature);
        }
        columns[columns.length - 1] = PriorModel.shipped().logOdds(table, true);
        return io.jenkins.plugins.mlci.shared.feature.FeatureTable.of(OnlineRanker.SCHEMA, columns);
    }

    /** No name ties the file to the tests: only history can. */
    @Test
    void learnsWhichTestsAFileBreaks() {
        OnlineRanker ranker = new OnlineRanker(1);
        SyntheticHistory.planted(30, 200, 4).forEach(build -> learn(ranker, build));
        learn(ranker, SyntheticHistory.build(201, SyntheticHistory.change("a.txt"), TESTS, java.util.Set.of()));
        SelectionTable table = table(SyntheticHistory.BREAKING_FILE);
        int[] first = Arrays.copyOf(Order.byProbability(ranker.logOdds(table), table), 6);

        assertThat(Arrays.stream(first).mapToObj(TESTS::get)).allMatch(SyntheticHistory::breaksWithTheFile);
        assertThat(ranker.share())
                .as("the job's own model has proved to be better")
                .isPositive();
    }

    @Test
    void withoutProofNothingOfTheOwnModelCounts() {
        OnlineRanker ranker = new OnlineRanker(1);
        int failingBuilds = 0;
        for (BuildRecord build : SyntheticHistory.planted(30, 200, 4)) {
            boolean fails = build.tests().stream().anyMatch(o -> o.outcome().isFailure());
            failingBuilds += fails ? 1 : 0;
            learn(ranker, build);
            if (failingBuilds <= 26) {
                assertThat(ranker.share()).isZero();
                SelectionTable table = table(SyntheticHistory.sourceOf(3));
                assertOnlyTheLevelIsFitted(ranker, table);
            }
            assertThat(ranker.share()).isBetween(0.0, 1.0);
        }
        assertThat(failingBuilds).isGreaterThan(40);
    }

    private static void assertOnlyTheLevelIsFitted(OnlineRanker ranker, SelectionTable table) {
        double[] prior = PriorModel.shipped().logOdds(table, true);
        double[] scores = ranker.logOdds(table);
        java.util.Map<Knowledge, Double> shifts = new java.util.EnumMap<>(Knowledge.class);
        for (int row = 0; row < scores.length; row++) {
            double shift = scores[row] - prior[row];
            Double known = shifts.putIfAbsent(Knowledge.of(table, row, true), shift);
            assertThat(shift).isCloseTo(known == null ? shift : known, within(1e-9));
        }
        assertThat(shifts).isNotEmpty();
    }

    @Test
    void buildsOfOneOutcomeTeachNothing() {
        OnlineRanker ranker = new OnlineRanker(1);
        for (int number = 1; number <= 100; number++) {
            learn(
                    ranker,
                    SyntheticHistory.build(
                            number,
                            SyntheticHistory.change("a.txt"),
                            TESTS,
                            number % 2 == 0 ? java.util.Set.of() : java.util.Set.copyOf(TESTS)));
        }

        assertThat(ranker.model()).isNull();
        assertThat(ranker.share()).isZero();
    }
}
