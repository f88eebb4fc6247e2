package io.jenkins.plugins.mlci.testselector.selection;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.mlci.shared.history.TestId;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunnerAnswerTest {
    private static final TestId RUNS = TestId.ofClass("RunsTest");
    private static final TestId FIRST = TestId.ofClass("FirstTest");
    private static final TestId SECOND = TestId.ofClass("SecondTest");
    private static final TestSelection WANTED = new TestSelection(
            List.of(decision(RUNS, true, 1), decision(FIRST, false, 2), decision(SECOND, false, 4)),
            false,
            "the policy",
            0.97,
            0.95,
            100);

    private static TestDecision decision(TestId test, boolean selected, double seconds) {
        return new TestDecision(test, selected, 0.1, seconds, 1, 1, List.of("old"));
    }

    @Test
    void nothingChangesWhenTheRunnerLeavesOutAll() {
        assertThat(RunnerAnswer.of(false, List.of()).really(WANTED)).isEqualTo(WANTED);
    }

    @Test
    void whatTheRunnerCannotLeaveOutIsSelected() {
        // Each part of a split may name the same test.
        TestSelection really = RunnerAnswer.of(false, List.of(FIRST, FIRST, TestId.ofClass("UnknownTest")))
                .really(WANTED);

        assertThat(really.all()).isFalse();
        assertThat(really.selected()).extracting(TestDecision::test).containsExactly(RUNS, FIRST);
        assertThat(really.selected().get(1).reasons()).containsExactly("the runner cannot leave it out", "old");
        assertThat(really.savedSeconds()).isEqualTo(4);
        assertThat(really.guaranteed()).isEqualTo(0.95);
    }

    @Test
    void allTestsRunWhenTheRunnerCanLeaveOutNone() {
        TestSelection really = RunnerAnswer.of(false, List.of(FIRST, SECOND)).really(WANTED);

        assertThat(really.all()).isTrue();
        assertThat(really.reason()).isEqualTo("the runner can leave out none of the 2 tests that need not run");
        assertThat(really.skipped()).isEmpty();
        assertThat(really.guaranteed())
                .as("nothing is promised of tests that all run")
                .isNaN();
        assertThat(really.selected().get(1).reasons())
                .as("the reason is the selection's, not each test's")
                .containsExactly("old");
    }

    @Test
    void oneCallThatRunsEverythingRunsEverything() {
        TestSelection really = RunnerAnswer.of(true, List.of(FIRST)).really(WANTED);

        assertThat(really.all()).isTrue();
        assertThat(really.savedSeconds()).isZero();
    }

    @Test
    void whereNothingWasToBeLeftOutTheRunnerChangesNothing() {
        TestSelection everything = WANTED.everything("pom.xml changed");
        TestSelection noneSkipped = WANTED.running(List.of(FIRST, SECOND), "must run");

        assertThat(RunnerAnswer.of(true, List.of(FIRST)).really(everything)).isSameAs(everything);
        assertThat(RunnerAnswer.of(true, List.of()).really(noneSkipped)).isSameAs(noneSkipped);
    }
}
