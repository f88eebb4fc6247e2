package io.jenkins.plugins.mlci.plugin.testselector.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.mlci.shared.history.Outcome;
import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.shared.history.TestOutcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelectionReportTest {
    @Test
    void countsWhatThePolicyChose() {
        SelectionReport report = Reports.enforced();
        assertThat(report.selected()).isEqualTo(2);
        assertThat(report.totalSeconds()).isEqualTo(40);
        assertThat(report.leftOutSeconds()).isEqualTo(20);
    }

    @Test
    void unknownDurationsCountForNothing() {
        SelectionReport report = SelectionReport.of(
                Reports.facts(false, false, "x"),
                List.of(),
                List.of(Reports.row("A", false, 0.1, Double.NaN, "r"), Reports.row("B", false, 0.1, 4, "r")));
        assertThat(report.leftOutSeconds()).isEqualTo(4);
    }

    @Test
    void observingShowsWhatWouldHaveBeenMissed() {
        SelectionReport ended = Reports.observed()
                .ended(List.of(
                        outcome("Order", Outcome.FAILED),
                        outcome("Price", Outcome.PASSED),
                        outcome("Stock", Outcome.ERROR),
                        outcome("Mail", Outcome.SKIPPED),
                        outcome("Brandnew", Outcome.FAILED)));
        assertThat(ended.aftermath()).isEqualTo(new Aftermath(4, 3, 1, 1));
        assertThat(ended.aftermath().kept()).isEqualTo(2);
        assertThat(ended.tests())
                .filteredOn(TestRow::missed)
                .extracting(TestRow::className)
                .containsExactly("com.acme.StockTest");
    }

    @Test
    void aTestThatDidNotRunHasNoOutcome() {
        SelectionReport ended = Reports.enforced().ended(List.of(outcome("Order", Outcome.PASSED)));
        assertThat(ended.tests()).extracting(TestRow::outcome).containsExactly(Outcome.PASSED, null, null, null);
    }

    @Test
    void refusesAnotherFormat() {
        assertThatThrownBy(() -> new SelectionReport(2, Reports.facts(false, false, ""), List.of(), List.of(), null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("format 2");
    }

    private static TestOutcome outcome(String name, Outcome outcome) {
        return new TestOutcome(TestId.ofClass("com.acme." + name + "Test"), outcome, 1);
    }
}
