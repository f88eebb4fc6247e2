package io.jenkins.plugins.mlci.testselector.selection;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.mlci.shared.history.TestId;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestSelectionTest {
    private static final TestId RUNS = TestId.ofClass("RunsTest");
    private static final TestId CANNOT = TestId.ofClass("Cannot be named");
    private static final TestId STAYS_OUT = TestId.ofClass("StaysOutTest");

    private final TestSelection selection = new TestSelection(
            List.of(decision(RUNS, true, 1), decision(CANNOT, false, 2), decision(STAYS_OUT, false, 4)),
            false,
            "the policy",
            0.97,
            0.95,
            100);

    private static TestDecision decision(TestId test, boolean selected, double seconds) {
        return new TestDecision(test, selected, 0.1, seconds, 1, 1, List.of("old"));
    }

    @Test
    void aTestThatRunsNeverthelessIsSelectedAndSavesNothing() {
        TestSelection really =
                selection.running(List.of(RUNS, CANNOT, TestId.ofClass("UnknownTest")), "it has no name");

        assertThat(really.selected()).extracting(TestDecision::test).containsExactly(RUNS, CANNOT);
        assertThat(really.selected().get(0).reasons()).containsExactly("old");
        assertThat(really.selected().get(1).reasons()).containsExactly("it has no name", "old");
        assertThat(really.savedSeconds()).isEqualTo(4);
        assertThat(really.all()).isFalse();
        assertThat(really.guaranteed()).isEqualTo(0.95);
    }

    @Test
    void nothingChangesWithoutSuchATest() {
        assertThat(selection.running(List.of(), "no reason")).isEqualTo(selection);
    }
}
