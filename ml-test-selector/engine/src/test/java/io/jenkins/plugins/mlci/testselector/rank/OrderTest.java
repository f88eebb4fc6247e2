package io.jenkins.plugins.mlci.testselector.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jenkins.plugins.mlci.shared.history.Outcome;
import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.shared.history.TestOutcome;
import io.jenkins.plugins.mlci.testselector.SyntheticHistory;
import io.jenkins.plugins.mlci.testselector.feature.SelectionTable;
import io.jenkins.plugins.mlci.testselector.feature.TestHistory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

class OrderTest {
    private static SelectionTable lasting(double... seconds) {
        TestHistory history = new TestHistory();
        List<TestId> tests = SyntheticHistory.tests(seconds.length);
        List<TestOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < seconds.length; i++) {
            outcomes.add(new TestOutcome(tests.get(i), Outcome.PASSED, seconds[i]));
        }
        history.observe(SyntheticHistory.build(1, null, outcomes));
        return SelectionTable.of(history, List.of(), tests);
    }

    @Example
    void likelyFailuresComeFirstAndShortOnesBeforeLongOnes() {
        SelectionTable table = lasting(3, 2, 1, 2);

        assertThat(Order.byProbability(new double[] {0, 1, 0, 1}, table)).containsExactly(1, 3, 2, 0);
    }

    /** The median is 2 s, so each start costs 1 s: 0.5/5, 0.5/2, 0.88/5, 0.018/3. */
    @Example
    void perSecondShortTestsComeFirst() {
        SelectionTable table = lasting(4, 1, 4, 2, 2);

        assertThat(table.medianSeconds()).isEqualTo(2);
        assertThat(Order.byProbabilityPerSecond(new double[] {0, 0, 2, -4, -5}, table))
                .containsExactly(1, 2, 0, 3, 4);
    }

    @Example
    void probabilityIsTheLogisticFunction() {
        assertThat(Order.probability(0)).isEqualTo(0.5);
        assertThat(Order.probability(Math.log(3))).isCloseTo(0.75, within(1e-12));
        assertThat(Order.probability(-800)).isZero();
        assertThat(Order.probability(800)).isEqualTo(1);
    }

    @Example
    void ranksTurnAnOrderRound() {
        assertThat(Order.ranks(new int[] {2, 0, 1})).containsExactly(2, 3, 1);
        assertThat(Order.ranks(new int[0])).isEmpty();
    }

    @Property(tries = 200)
    void ordersArePermutations(@ForAll @Size(max = 30) List<@DoubleRange(min = -900, max = 900) Double> logOdds) {
        int n = logOdds.size();
        double[] scores = logOdds.stream().mapToDouble(s -> s).toArray();
        SelectionTable table = lasting(IntStream.range(0, n)
                .mapToDouble(i -> i % 3 == 0 ? Double.NaN : i % 5)
                .toArray());
        int[] all = IntStream.range(0, n).toArray();
        int[] byCount = Order.byProbability(scores, table);
        int[] byTime = Order.byProbabilityPerSecond(scores, table);

        assertThat(Arrays.stream(byCount).sorted().toArray()).isEqualTo(all);
        assertThat(Arrays.stream(byTime).sorted().toArray()).isEqualTo(all);
        for (int i = 1; i < n; i++) {
            assertThat(scores[byCount[i]]).isLessThanOrEqualTo(scores[byCount[i - 1]]);
        }
    }
}
