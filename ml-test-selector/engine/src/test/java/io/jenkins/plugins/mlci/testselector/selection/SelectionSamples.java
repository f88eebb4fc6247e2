package io.jenkins.plugins.mlci.testselector.selection;

import static io.jenkins.plugins.mlci.testselector.SyntheticHistory.change;
import static io.jenkins.plugins.mlci.testselector.SyntheticHistory.sourceOf;
import static io.jenkins.plugins.mlci.testselector.SyntheticHistory.test;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jenkins.plugins.mlci.shared.history.BuildRecord;
import io.jenkins.plugins.mlci.shared.history.ChangeSet;
import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.testselector.SyntheticHistory;
import io.jenkins.plugins.mlci.testselector.policy.Policy;
import io.jenkins.plugins.mlci.testselector.policy.Rules;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** A selector that has learned from a planted history, and what holds of every selection. */
final class SelectionSamples {
    static final List<TestId> TESTS = SyntheticHistory.tests(50);
    static final Rules RULES = new Rules(List.of(), List.of(), 0, 20);
    static final Policy FEW = new Policy.Fraction(0.1);
    static final ChangeSet CHANGE = change(sourceOf(7));

    private SelectionSamples() {}

    /** After 40 builds, the last of which all passed. */
    static TestSelector trained() {
        TestSelector selector = new TestSelector(3);
        SyntheticHistory.planted(50, 39, 11).forEach(selector::observe);
        selector.observe(passing(40));
        return selector;
    }

    /** A build in which all tests pass. */
    static BuildRecord passing(int number) {
        return SyntheticHistory.build(number, change(sourceOf(1)), TESTS, Set.of());
    }

    /** Selects, and checks what holds of every selection. */
    static TestSelection select(TestSelector selector, Policy policy, Rules rules, ChangeSet... changes) {
        TestSelection selection = selector.select(List.of(changes), TESTS, policy, rules);
        assertSound(selection, TESTS);
        return selection;
    }

    /** What holds of every selection: each test once, ranks are permutations, a reason for everything. */
    static void assertSound(TestSelection selection, List<TestId> tests) {
        List<TestDecision> decisions = selection.decisions();
        int[] positions = IntStream.rangeClosed(1, decisions.size()).toArray();
        assertThat(decisions).extracting(TestDecision::test).containsExactlyInAnyOrderElementsOf(Set.copyOf(tests));
        assertThat(decisions.stream().mapToInt(TestDecision::rankCount)).containsExactly(box(positions));
        assertThat(decisions.stream().mapToInt(TestDecision::rankTime)).containsExactlyInAnyOrder(box(positions));
        assertThat(decisions).allSatisfy(decision -> {
            assertThat(decision.reasons()).isNotEmpty().doesNotHaveDuplicates().allMatch(reason -> !reason.isBlank());
            assertThat(decision.probability()).isBetween(0.0, 1.0);
            assertThat(decision.seconds()).isPositive();
        });
        assertThat(decisions).extracting(TestDecision::probability).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(selection.reason()).isNotBlank();
        if (selection.all()) {
            assertThat(selection.skipped()).isEmpty();
        }
        assertThat(selection.selected().size() + selection.skipped().size()).isEqualTo(decisions.size());
        assertThat(selection.savedSeconds())
                .isCloseTo(
                        selection.skipped().stream()
                                .mapToDouble(TestDecision::seconds)
                                .sum(),
                        within(1e-9));
    }

    private static Integer[] box(int[] values) {
        return IntStream.of(values).boxed().toArray(Integer[]::new);
    }

    /** What was decided of one test. */
    static TestDecision of(TestSelection selection, TestId test) {
        return selection.decisions().stream()
                .filter(decision -> decision.test().equals(test))
                .findFirst()
                .orElseThrow();
    }
}
