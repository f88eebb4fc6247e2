package io.jenkins.plugins.mlci.testselector.runner;

import io.jenkins.plugins.mlci.shared.history.TestId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A selection without contradictions. Runners know no suites, so a test that runs in one suite runs in all; a class that is
 * skipped as a whole runs when one of its tests runs; a test that is skipped runs when its class is selected as a whole.
 */
final class KnownTests {
    private final List<TestId> run;
    private final List<TestId> skip = new ArrayList<>();
    private final List<TestId> contradicted = new ArrayList<>();
    private final Set<String> runClasses = new HashSet<>();
    private final Set<String> runEnclosing = new HashSet<>();

    KnownTests(SelectedTests tests) {
        run = List.copyOf(new LinkedHashSet<>(tests.selected()));
        Set<TestId> runNames = new HashSet<>();
        for (TestId test : run) {
            runNames.add(withoutSuite(test));
            runClasses.add(test.className());
            String name = test.className();
            for (int dollar = name.indexOf('$'); dollar >= 0; dollar = name.indexOf('$', dollar + 1)) {
                runEnclosing.add(name.substring(0, dollar));
            }
        }
        for (TestId test : new LinkedHashSet<>(tests.skipped())) {
            TestId name = withoutSuite(test);
            boolean runs = runNames.contains(name)
                    || runNames.contains(name.atClassLevel())
                    || test.method().isEmpty() && runClasses.contains(test.className());
            (runs ? contradicted : skip).add(test);
        }
        contradicted.removeAll(new HashSet<>(run));
    }

    /** Nothing known, so nothing skipped. */
    static KnownTests none() {
        return new KnownTests(SelectedTests.everything(""));
    }

    /** The tests that must run, each once. */
    List<TestId> run() {
        return run;
    }

    /** The tests that can be left out without leaving out one that must run, as far as suites and levels go. */
    List<TestId> skip() {
        return Collections.unmodifiableList(skip);
    }

    /** The skipped tests that run because of another test. */
    List<TestId> contradicted() {
        return Collections.unmodifiableList(contradicted);
    }

    /** Whether a class that is nested in this one holds a test that must run. */
    boolean runsNestedIn(String className) {
        return runEnclosing.contains(className);
    }

    /** Whether some known test is in a nested class. */
    boolean hasNestedClass() {
        return !runEnclosing.isEmpty()
                || skip.stream().anyMatch(test -> test.className().indexOf('$') >= 0)
                || contradicted.stream().anyMatch(test -> test.className().indexOf('$') >= 0);
    }

    private static TestId withoutSuite(TestId test) {
        return new TestId("", test.className(), test.method());
    }
}
