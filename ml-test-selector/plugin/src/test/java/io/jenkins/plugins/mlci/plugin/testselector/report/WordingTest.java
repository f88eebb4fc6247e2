package io.jenkins.plugins.mlci.plugin.testselector.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.mlci.shared.history.Outcome;
import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.shared.history.TestOutcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordingTest {
    @Test
    void saysWhatIsLeftOut() {
        assertThat(Wording.verdict(Reports.enforced()))
                .isEqualTo("Tests selected: 2 of 4 tests (50 %), about 20 s saved; 97 % of failures expected to be kept"
                        + " (at least 95 % on average, judged by 42 failing builds).");
    }

    @Test
    void observingSaysThatAllRun() {
        assertThat(Wording.verdict(Reports.observed()))
                .startsWith(
                        "All 4 tests run, since tests are only observed. The selection would be 2 of 4 tests (50 %)")
                .contains("would save about 20 s");
    }

    @Test
    void saysWhyAllRun() {
        SelectionReport all = SelectionReport.of(
                Reports.facts(false, true, "pom.xml changed, a build file"), List.of(), Reports.rows());
        assertThat(Wording.verdict(all)).isEqualTo("All 4 tests run: pom.xml changed, a build file.");
        assertThat(Wording.announcement(all)).isEqualTo("All 4 tests will run: pom.xml changed, a build file.");
        assertThat(Wording.announcement(Reports.observed())).startsWith("All 4 tests will run, since");
        assertThat(Wording.announcement(Reports.enforced())).isEqualTo(Wording.verdict(Reports.enforced()));
        assertThat(Wording.why(all)).isEmpty();
        SelectionReport nothing = SelectionReport.of(Reports.facts(true, true, "no history"), List.of(), List.of());
        assertThat(Wording.verdict(nothing)).isEqualTo("All tests run: no history.");
    }

    @Test
    void groupsReasonsThatDifferInANumber() {
        SelectionReport report = SelectionReport.of(
                Reports.facts(false, false, "x"),
                List.of(),
                List.of(
                        Reports.row("A", true, 0.1, "it failed 2 builds ago"),
                        Reports.row("B", true, 0.1, "it failed 1 build ago"),
                        Reports.row("C", true, 0.1, "its own file is changed"),
                        Reports.row("D", true, 0.1, "new: it has never run in this job"),
                        Reports.row("E", true, 0.1, "another"),
                        Reports.row("F", false, 0.1, "left out")));
        assertThat(Wording.why(report))
                .isEqualTo("2: it failed lately; 1: its own file is changed; 1: new; 1: other reasons.");
    }

    @Test
    void saysNothingOfResultsThatAreNotIn() {
        assertThat(Wording.aftermath(Reports.observed())).isEmpty();
    }

    @Test
    void saysWhatWouldHaveBeenMissed() {
        assertThat(Wording.aftermath(ended(Reports.observed(), "Stock")))
                .isEqualTo("1 test ran, 1 failed. The selection would have missed 1 of them.");
        assertThat(Wording.aftermath(ended(Reports.observed(), "Order")))
                .isEqualTo("1 test ran, 1 failed. The selection would have kept it.");
    }

    @Test
    void saysThatNobodyKnowsOfWhatDidNotRun() {
        assertThat(Wording.aftermath(ended(Reports.enforced(), "Order"))).contains("nobody knows");
        assertThat(Wording.aftermath(Reports.enforced().ended(List.of()))).startsWith("No test results");
    }

    @Test
    void saysNothingOfTestsThatWereLeftOutWhereNoneWas() {
        assertThat(Wording.aftermath(false, true, new Aftermath(3, 1, 0, 0))).isEqualTo("3 tests ran, 1 failed.");
    }

    private static SelectionReport ended(SelectionReport report, String failed) {
        return report.ended(List.of(new TestOutcome(TestId.ofClass("com.acme." + failed + "Test"), Outcome.FAILED, 1)));
    }
}
