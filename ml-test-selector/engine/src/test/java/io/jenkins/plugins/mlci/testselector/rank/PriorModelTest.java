package io.jenkins.plugins.mlci.testselector.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jenkins.plugins.mlci.shared.history.BuildRecord;
import io.jenkins.plugins.mlci.shared.history.ChangeSet;
import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.testselector.SyntheticHistory;
import io.jenkins.plugins.mlci.testselector.feature.SelectionTable;
import io.jenkins.plugins.mlci.testselector.feature.TestHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PriorModelTest {
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void biasAndContributionsSumToTheScore(boolean anyHistory) {
        TestHistory history = new TestHistory();
        List<TestId> tests = new ArrayList<>(SyntheticHistory.tests(40));
        tests.add(TestId.ofClass("org.shop.mod1.NeverRanTest"));
        for (BuildRecord build : SyntheticHistory.planted(40, 40, 2)) {
            for (List<ChangeSet> changes : List.of(build.changes(), List.<ChangeSet>of())) {
                SelectionTable table = SelectionTable.of(history, changes, tests);
                double[] scores = PriorModel.shipped().logOdds(table, anyHistory);
                for (int row = 0; row < tests.size(); row++) {
                    double sum = PriorModel.shipped().bias(table, row, anyHistory)
                            + PriorModel.shipped().contributions(table, row, anyHistory).values().stream()
                                    .mapToDouble(part -> part)
                                    .sum();
                    assertThat(scores[row]).isFinite().isCloseTo(sum, within(1e-9));
                }
            }
            history.observe(build);
        }
    }

    @Test
    void whatIsKnownDecidesTheBias() {
        TestHistory history = new TestHistory();
        List<TestId> tests = SyntheticHistory.tests(3);
        history.observe(SyntheticHistory.build(1, null, tests.subList(0, 2), Set.of(tests.get(1))));
        SelectionTable table = SelectionTable.of(history, List.of(), tests);

        assertThat(Knowledge.of(table, 0, true)).isEqualTo(Knowledge.PASSING);
        assertThat(Knowledge.of(table, 1, true)).isEqualTo(Knowledge.FAILING);
        assertThat(Knowledge.of(table, 2, true)).isEqualTo(Knowledge.NEW);
        assertThat(Knowledge.of(table, 1, false)).isEqualTo(Knowledge.NO_HISTORY);
        assertThat(PriorModel.shipped().bias(table, 1, true))
                .isNotEqualTo(PriorModel.shipped().bias(table, 0, true));
    }

    @Test
    void withoutHistoryNamesDecide() {
        List<TestId> tests = SyntheticHistory.tests(30);
        SelectionTable table = SelectionTable.of(
                new TestHistory(), List.of(SyntheticHistory.change(SyntheticHistory.sourceOf(17))), tests);

        assertThat(Order.byProbability(PriorModel.shipped().logOdds(table, false), table)[0])
                .isEqualTo(17);
    }
}
