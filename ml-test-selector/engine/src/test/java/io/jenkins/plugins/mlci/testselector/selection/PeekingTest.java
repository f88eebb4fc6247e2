package io.jenkins.plugins.mlci.testselector.selection;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.mlci.shared.history.BuildRecord;
import io.jenkins.plugins.mlci.shared.history.Outcome;
import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.shared.history.TestOutcome;
import io.jenkins.plugins.mlci.testselector.SyntheticHistory;
import io.jenkins.plugins.mlci.testselector.feature.SelectionFeature;
import io.jenkins.plugins.mlci.testselector.feature.SelectionTable;
import io.jenkins.plugins.mlci.testselector.policy.Policy;
import io.jenkins.plugins.mlci.testselector.policy.Rules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a build must not depend on how it, or anything after it, ended. */
class PeekingTest {
    private static final List<BuildRecord> HISTORY = SyntheticHistory.planted(30, 120, 5);
    private static final Rules RULES = new Rules(List.of(), List.of(), 0, 5);

    /** What was said before a build. */
    private record Said(List<List<Double>> features, List<Double> scores, TestSelection selection) {}

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 20, 60, 110})
    void alteringABuildAndAllLaterOnesChangesNothingSaidBefore(int from) {
        List<Said> said = replay(HISTORY);
        List<Said> altered = replay(alter(HISTORY, from));

        for (int t = 0; t <= from; t++) {
            assertThat(altered.get(t)).as("build %d", t).isEqualTo(said.get(t));
        }
        assertThat(altered.get(from + 1).features())
                .as("the alteration is seen afterwards")
                .isNotEqualTo(said.get(from + 1).features());
    }

    @Test
    void replayingTwiceSaysTheSame() {
        assertThat(replay(HISTORY)).isEqualTo(replay(HISTORY));
    }

    @Test
    void askingChangesNothing() {
        TestSelector asked = new TestSelector(1);
        TestSelector left = new TestSelector(1);
        List<TestId> tests = SyntheticHistory.tests(30);
        for (BuildRecord build : HISTORY) {
            if (asked.history().builds() > 0) {
                asked.select(build.changes(), tests, new Policy.Fraction(0.3), RULES);
            }
            asked.observe(build);
            left.observe(build);
        }
        BuildRecord next = HISTORY.get(7);

        assertThat(asked.select(next.changes(), tests, new Policy.Confidence(0.9), RULES))
                .isEqualTo(left.select(next.changes(), tests, new Policy.Confidence(0.9), RULES));
    }

    private static List<Said> replay(List<BuildRecord> history) {
        TestSelector selector = new TestSelector(1);
        List<Said> said = new ArrayList<>();
        for (BuildRecord build : history) {
            List<TestId> tests = build.tests().stream().map(TestOutcome::test).toList();
            SelectionTable table = selector.table(build.changes(), tests);
            List<List<Double>> features = Arrays.stream(SelectionFeature.values())
                    .map(feature -> boxed(table.column(feature)))
                    .toList();
            said.add(new Said(
                    features,
                    boxed(selector.logOdds(table)),
                    selector.select(build.changes(), tests, new Policy.Confidence(0.8), RULES)));
            selector.observe(build);
        }
        return said;
    }

    /** From a build on, the outcomes are turned round and all takes longer; what changed and which tests exist stays. */
    private static List<BuildRecord> alter(List<BuildRecord> history, int from) {
        List<BuildRecord> altered = new ArrayList<>(history);
        for (int t = from; t < history.size(); t++) {
            BuildRecord build = history.get(t);
            altered.set(
                    t,
                    new BuildRecord(
                            build.build(),
                            build.changes(),
                            build.tests().stream()
                                    .map(outcome -> new TestOutcome(
                                            outcome.test(),
                                            outcome.outcome().isFailure() ? Outcome.PASSED : Outcome.ERROR,
                                            7 + 3 * outcome.seconds()))
                                    .toList()));
        }
        return altered;
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
