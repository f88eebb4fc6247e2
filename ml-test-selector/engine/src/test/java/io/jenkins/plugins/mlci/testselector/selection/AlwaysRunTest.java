package io.jenkins.plugins.mlci.testselector.selection;

import static io.jenkins.plugins.mlci.testselector.SyntheticHistory.change;
import static io.jenkins.plugins.mlci.testselector.SyntheticHistory.sourceOf;
import static io.jenkins.plugins.mlci.testselector.SyntheticHistory.test;
import static io.jenkins.plugins.mlci.testselector.selection.SelectionSamples.CHANGE;
import static io.jenkins.plugins.mlci.testselector.selection.SelectionSamples.RULES;
import static io.jenkins.plugins.mlci.testselector.selection.SelectionSamples.TESTS;
import static io.jenkins.plugins.mlci.testselector.selection.SelectionSamples.assertSound;
import static io.jenkins.plugins.mlci.testselector.selection.SelectionSamples.of;
import static io.jenkins.plugins.mlci.testselector.selection.SelectionSamples.passing;
import static io.jenkins.plugins.mlci.testselector.selection.SelectionSamples.select;
import static io.jenkins.plugins.mlci.testselector.selection.SelectionSamples.trained;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.mlci.shared.history.Outcome;
import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.shared.history.TestOutcome;
import io.jenkins.plugins.mlci.testselector.SyntheticHistory;
import io.jenkins.plugins.mlci.testselector.policy.Policy;
import io.jenkins.plugins.mlci.testselector.policy.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tests that run whatever their score is. */
class AlwaysRunTest {
    @Test
    void aNewTestAlwaysRuns() {
        TestId fresh = TestId.ofClass("org.shop.mod4.BrandNewTest");
        List<TestId> tests = new ArrayList<>(TESTS);
        tests.add(fresh);
        TestSelection selection = trained().select(List.of(CHANGE), tests, new Policy.Fraction(0.001), RULES);

        assertSound(selection, tests);
        assertThat(of(selection, fresh).selected()).isTrue();
        assertThat(of(selection, fresh).reasons().get(0)).isEqualTo("new: it has never run in this job");
    }

    @Test
    void aFailingTestAlwaysRunsUntilItPasses() {
        TestSelector selector = trained();
        TestId failing = test(49);
        selector.observe(SyntheticHistory.build(81, change(sourceOf(1)), TESTS, Set.of(failing, test(48))));
        TestSelection selection = select(selector, new Policy.Fraction(0.001), RULES, CHANGE);

        assertThat(of(selection, failing).selected()).isTrue();
        assertThat(of(selection, failing).reasons().get(0)).isEqualTo("it failed when it last ran");

        selector.observe(
                SyntheticHistory.build(82, CHANGE, List.of(new TestOutcome(failing, Outcome.SKIPPED, Double.NaN))));
        assertThat(of(select(selector, new Policy.Fraction(0.001), RULES, CHANGE), failing)
                        .selected())
                .as("being skipped is not passing")
                .isTrue();

        selector.observe(passing(83));
        assertThat(of(select(selector, new Policy.Fraction(0.001), RULES, CHANGE), failing)
                        .reasons())
                .doesNotContain("it failed when it last ran");
    }

    @Test
    void aChangedTestAlwaysRuns() {
        TestSelection selection = select(
                trained(),
                new Policy.Fraction(0.001),
                RULES,
                change(SyntheticHistory.testFileOf(33), SyntheticHistory.testFileOf(34)));

        assertThat(selection.selected()).extracting(TestDecision::test).contains(test(33), test(34));
        assertThat(of(selection, test(33)).reasons().get(0)).isEqualTo("its own file is changed");
    }

    @Test
    void aNestedClassOfAChangedTestAlwaysRuns() {
        TestId nested = TestId.ofClass(test(33).className() + "$WhenEmpty");
        List<TestId> tests = new ArrayList<>(TESTS);
        tests.add(nested);
        TestSelector selector = trained();
        selector.observe(SyntheticHistory.build(81, change(sourceOf(1)), tests, Set.of()));
        TestSelection selection = selector.select(
                List.of(change(SyntheticHistory.testFileOf(33))), tests, new Policy.Fraction(0.001), RULES);

        assertSound(selection, tests);
        assertThat(of(selection, nested).selected()).isTrue();
        assertThat(of(selection, nested).reasons().get(0)).isEqualTo("its own file is changed");
    }

    @Test
    void aTestThatMustRunAlwaysRuns() {
        TestId method = new TestId("", "org.shop.Smoke", "starts");
        TestSelector selector = trained();
        selector.observe(SyntheticHistory.build(81, CHANGE, List.of(new TestOutcome(method, Outcome.PASSED, 1))));
        List<TestId> tests = new ArrayList<>(TESTS);
        tests.add(method);
        Rules rules = new Rules(List.of("*#starts", test(40).className()), List.of(), 0, 20);
        TestSelection selection = selector.select(List.of(CHANGE), tests, new Policy.Fraction(0.001), rules);

        assertSound(selection, tests);
        assertThat(of(selection, method).selected()).isTrue();
        assertThat(of(selection, method).reasons().get(0)).isEqualTo("it must always run (*#starts)");
        assertThat(of(selection, test(40)).selected()).isTrue();
        assertThat(selection.skipped()).isNotEmpty();
    }
}
