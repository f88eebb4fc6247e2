package io.jenkins.plugins.mlci.testselector.results;

import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.shared.history.TestOutcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Brings outcomes that are known case by case, for example from Jenkins' own files, to the names of a coarser level. */
public final class CoarserOutcomes {
    private CoarserOutcomes() {}

    /**
     * The outcomes at a level; of the cases of one test the worst counts and durations add up.
     *
     * @param cases outcomes of single cases, named as the reports of their runner name them
     * @param dialect the runner
     * @param level how finely tests are told apart
     * @return each test once, in the order of its first case
     */
    public static List<TestOutcome> at(List<TestOutcome> cases, ReportDialect dialect, Level level) {
        Map<TestId, TestOutcome> merged = new LinkedHashMap<>();
        for (TestOutcome outcome : cases) {
            TestId test = name(outcome.test(), dialect, level);
            merged.merge(test, new TestOutcome(test, outcome.outcome(), outcome.seconds()), OutcomeMerger::join);
        }
        return new ArrayList<>(merged.values());
    }

    private static TestId name(TestId test, ReportDialect dialect, Level level) {
        RawCase written = new RawCase("", "", "", test.className(), test.method(), "", "", "", null);
        TestId name = TestNames.of(written, dialect, level);
        return test.suite().isEmpty() ? name : new TestId(test.suite(), name.className(), name.method());
    }
}
