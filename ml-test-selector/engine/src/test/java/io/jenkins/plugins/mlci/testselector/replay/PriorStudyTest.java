package io.jenkins.plugins.mlci.testselector.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.mlci.shared.history.BuildRecord;
import io.jenkins.plugins.mlci.shared.history.ChangeSet;
import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.testselector.SyntheticHistory;
import io.jenkins.plugins.mlci.testselector.feature.SelectionTable;
import io.jenkins.plugins.mlci.testselector.feature.TestHistory;
import io.jenkins.plugins.mlci.testselector.rank.Order;
import io.jenkins.plugins.mlci.testselector.rank.PriorModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PriorStudyTest {
    private static final List<TestId> TESTS = SyntheticHistory.tests(30);

    /** In every third build the test fails that is named after the changed class; it passes again in the next. */
    private static Subject subject(String name, long seed) {
        Random random = new Random(seed);
        List<BuildRecord> builds = new ArrayList<>();
        for (int number = 1; number <= 90; number++) {
            int changed = random.nextInt(30);
            Set<TestId> failing = number % 3 == 0 ? Set.of(TESTS.get(changed)) : Set.of();
            ChangeSet change = SyntheticHistory.change(SyntheticHistory.sourceOf(changed));
            builds.add(SyntheticHistory.build(number, change, TESTS, failing));
        }
        return new Subject(name, builds, Map.of(), false);
    }

    private static PriorStudy study() {
        PriorStudy study = new PriorStudy(3);
        study.add(subject("one", 1));
        study.add(subject("two", 2));
        return study;
    }

    private static int first(PriorModel model, TestHistory history, boolean anyHistory) {
        SelectionTable table =
                SelectionTable.of(history, List.of(SyntheticHistory.change(SyntheticHistory.sourceOf(17))), TESTS);
        return Order.byProbability(model.logOdds(table, anyHistory), table)[0];
    }

    @Test
    void learnsWhatTheSubjectsHaveInCommonWithAndWithoutHistory() {
        TestHistory history = new TestHistory();
        history.observe(SyntheticHistory.build(1, null, TESTS, Set.of()));
        for (PriorModel model : List.of(study().learn(), study().without("one"))) {
            assertThat(first(model, history, true)).isEqualTo(17);
            assertThat(first(model, new TestHistory(), false)).isEqualTo(17);
        }
        assertThat(study().rows()).containsOnlyKeys("one", "two").allSatisfy((name, rows) -> assertThat(rows)
                .isPositive());
    }

    @Test
    void theSameSubjectsAndSeedTeachTheSameAndLeavingOneOutDoesNot() {
        assertThat(study().learn().fingerprint()).isEqualTo(study().learn().fingerprint());
        PriorStudy only = new PriorStudy(3);
        only.add(subject("two", 2));
        assertThat(study().without("one").fingerprint()).isEqualTo(only.learn().fingerprint());
        assertThat(study().learn().fingerprint()).isNotEqualTo(only.learn().fingerprint());
    }

    @Test
    void nothingToLearnFromGivesTheModelThatShips() {
        assertThat(new PriorStudy(3).learn().fingerprint())
                .isEqualTo(PriorModel.shipped().fingerprint());
    }
}
