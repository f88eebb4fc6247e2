package io.jenkins.plugins.mlci.testselector.selection;

import static io.jenkins.plugins.mlci.testselector.SyntheticHistory.change;
import static io.jenkins.plugins.mlci.testselector.SyntheticHistory.test;
import static io.jenkins.plugins.mlci.testselector.selection.SelectionSamples.CHANGE;
import static io.jenkins.plugins.mlci.testselector.selection.SelectionSamples.FEW;
import static io.jenkins.plugins.mlci.testselector.selection.SelectionSamples.RULES;
import static io.jenkins.plugins.mlci.testselector.selection.SelectionSamples.TESTS;
import static io.jenkins.plugins.mlci.testselector.selection.SelectionSamples.assertSound;
import static io.jenkins.plugins.mlci.testselector.selection.SelectionSamples.passing;
import static io.jenkins.plugins.mlci.testselector.selection.SelectionSamples.select;
import static io.jenkins.plugins.mlci.testselector.selection.SelectionSamples.trained;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.testselector.SyntheticHistory;
import io.jenkins.plugins.mlci.testselector.policy.Policy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What each policy chooses. */
class TestSelectorTest {
    @Test
    void aFractionRunsTheMostLikelyFailures() {
        TestSelection selection = select(trained(), new Policy.Fraction(0.14), RULES, CHANGE);

        assertThat(selection.selected()).hasSize(7);
        assertThat(selection.selected()).extracting(TestDecision::rankCount).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(selection.reason()).isEqualTo("the 7 most likely to fail");
        assertThat(selection.guaranteed()).isNaN();
    }

    @Test
    void aFractionIsRoundedUp() {
        assertThat(select(trained(), new Policy.Fraction(0.001), RULES, CHANGE).selected())
                .hasSize(1);
    }

    @Test
    void timeIsFilledButNotExceeded() {
        TestSelection selection = select(trained(), new Policy.TimeBudget(Duration.ofSeconds(20)), RULES, CHANGE);
        double used =
                selection.selected().stream().mapToDouble(TestDecision::seconds).sum();
        double least = selection.skipped().stream()
                .mapToDouble(TestDecision::seconds)
                .min()
                .orElseThrow();

        assertThat(selection.all()).isFalse();
        assertThat(used).isLessThanOrEqualTo(20);
        assertThat(used + least).as("nothing more would fit").isGreaterThan(20 - 1e-9);
    }

    @Test
    void aTimeBudgetMayBeLongerThanAnyRun() {
        Policy ages = new Policy.TimeBudget(Duration.ofSeconds(Long.MAX_VALUE));

        assertThat(select(trained(), ages, RULES, CHANGE).skipped()).isEmpty();
    }

    @Test
    void withoutEnoughFailingBuildsNothingIsGuaranteed() {
        TestSelector selector = new TestSelector(1);
        IntStream.rangeClosed(1, 30).forEach(number -> selector.observe(passing(number)));
        selector.observe(SyntheticHistory.build(31, CHANGE, TESTS, Set.of(test(1))));
        TestSelection selection = select(selector, new Policy.Confidence(0.995), RULES, CHANGE);

        assertThat(selection.all()).isTrue();
        assertThat(selection.reason())
                .isEqualTo("only 1 failing builds are known, and 199 are needed to guarantee 99.5 %");
        assertThat(selection.guaranteed()).isNaN();
        assertThat(selection.expectedKept()).isNaN();
        assertThat(selection.evidenceBuilds()).isEqualTo(1);
    }

    @Test
    void confidenceIsGuaranteedFromFailingBuilds() {
        TestSelector selector = new TestSelector(3);
        SyntheticHistory.planted(50, 120, 11, 0).forEach(selector::observe);
        selector.observe(passing(121));
        TestSelection selection = select(selector, new Policy.Confidence(0.8), RULES, CHANGE);

        assertThat(selection.all()).isFalse();
        assertThat(selection.skipped()).isNotEmpty();
        assertThat(selection.guaranteed()).isEqualTo(0.8);
        assertThat(selection.expectedKept()).isBetween(0.8, 1.0);
        assertThat(selection.evidenceBuilds()).isBetween(4, 80);
        assertThat(selection.reason()).startsWith("chosen to keep 80 % of the failures, judged by ");
        assertThat(select(selector, new Policy.Confidence(0.95), RULES, CHANGE).selected())
                .extracting(TestDecision::test)
                .containsAll(
                        selection.selected().stream().map(TestDecision::test).toList());
    }

    @Test
    void noTestsGiveAnEmptySelection() {
        for (Policy policy : List.of(FEW, new Policy.Confidence(0.8), new Policy.TimeBudget(Duration.ofSeconds(1)))) {
            TestSelection selection = trained().select(List.of(CHANGE), List.of(), policy, RULES);
            assertThat(selection.decisions()).isEmpty();
            assertThat(selection.savedSeconds()).isZero();
        }
    }

    @Test
    void aTestThatIsNamedTwiceIsDecidedOnce() {
        List<TestId> twice = new ArrayList<>(TESTS);
        twice.addAll(TESTS);
        TestSelection selection = trained().select(List.of(CHANGE), twice, FEW, RULES);

        assertSound(selection, TESTS);
        assertThat(selection).isEqualTo(select(trained(), FEW, RULES, CHANGE));
    }

    @Test
    void fileThatBrokeTestsBeforeIsAReason() {
        TestSelection selection = select(trained(), FEW, RULES, change(SyntheticHistory.BREAKING_FILE));
        TestDecision first = selection.decisions().get(0);

        assertThat(SyntheticHistory.breaksWithTheFile(first.test())).isTrue();
    }
}
