package io.jenkins.plugins.mlci.testselector.results;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.mlci.shared.history.Outcome;
import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.shared.history.TestOutcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoarserOutcomesTest {
    private static final List<TestOutcome> CASES = List.of(
            new TestOutcome(new TestId("", "org.example.ATest", "adds(int)[1]"), Outcome.PASSED, 1),
            new TestOutcome(new TestId("", "org.example.ATest", "adds(int)[2]"), Outcome.FAILED, 2),
            new TestOutcome(new TestId("", "org.example.ATest$Inner", "works"), Outcome.SKIPPED, Double.NaN));

    @Test
    void joinsTheInvocationsOfAMethod() {
        assertThat(CoarserOutcomes.at(CASES, ReportDialect.SUREFIRE, Level.METHOD))
                .containsExactly(
                        new TestOutcome(new TestId("", "org.example.ATest", "adds"), Outcome.FAILED, 3),
                        new TestOutcome(
                                new TestId("", "org.example.ATest$Inner", "works"), Outcome.SKIPPED, Double.NaN));
    }

    @Test
    void joinsTheTestsOfAClassWithThoseOfItsNestedClasses() {
        assertThat(CoarserOutcomes.at(CASES, ReportDialect.SUREFIRE, Level.CLASS))
                .containsExactly(new TestOutcome(TestId.ofClass("org.example.ATest"), Outcome.FAILED, 3));
    }

    @Test
    void leavesCasesAndSuitesAsTheyAre() {
        assertThat(CoarserOutcomes.at(CASES, ReportDialect.SUREFIRE, Level.CASE))
                .isEqualTo(CASES);
        TestOutcome inSuite = new TestOutcome(new TestId("linux", "A", "t[1]"), Outcome.PASSED, 1);
        assertThat(CoarserOutcomes.at(List.of(inSuite), ReportDialect.SUREFIRE, Level.METHOD))
                .extracting(TestOutcome::test)
                .containsExactly(new TestId("linux", "A", "t"));
    }
}
