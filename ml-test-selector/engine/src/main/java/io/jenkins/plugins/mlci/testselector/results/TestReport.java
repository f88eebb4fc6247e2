package io.jenkins.plugins.mlci.testselector.results;

import io.jenkins.plugins.mlci.shared.history.TestOutcome;
import java.util.List;

/**
 * What one or many reports say.
 *
 * @param outcomes each test at most once, in the order in which the tests were reported
 * @param problems what could not be read; the outcomes before the break are kept
 */
public record TestReport(List<TestOutcome> outcomes, List<ReportProblem> problems) {
    public TestReport {
        outcomes = List.copyOf(outcomes);
        problems = List.copyOf(problems);
    }

    /** Whether all tests of all reports were read. From an incomplete report nobody may conclude that a test is gone. */
    public boolean isComplete() {
        return problems.stream().noneMatch(problem -> problem.kind() == ReportProblem.Kind.INCOMPLETE);
    }
}
