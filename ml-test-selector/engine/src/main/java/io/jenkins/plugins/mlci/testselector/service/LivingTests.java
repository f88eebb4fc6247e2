package io.jenkins.plugins.mlci.testselector.service;

import io.jenkins.plugins.mlci.shared.history.BuildRecord;
import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.shared.history.TestOutcome;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The tests that exist, as far as the latest builds tell: a test that did not run in so many builds is taken for gone. A build
 * in which a selection left tests out tells of those that ran only.
 */
final class LivingTests {
    /** So many builds in which all tests could run. */
    private static final int WHOLE_BUILDS = 5;

    private LivingTests() {}

    /** Whether there are enough builds to know. */
    static boolean enough(List<BuildRecord> builds, Set<Long> partial) {
        return builds.stream().filter(build -> isWhole(build, partial)).count() >= WHOLE_BUILDS;
    }

    private static boolean isWhole(BuildRecord build, Set<Long> partial) {
        return !build.tests().isEmpty() && !partial.contains(build.build().id().number());
    }

    /**
     * From builds, oldest first.
     *
     * @param partial numbers of the builds in which a selection left tests out
     */
    static List<TestId> of(List<BuildRecord> builds, Set<Long> partial) {
        Set<TestId> tests = new LinkedHashSet<>();
        int seen = 0;
        for (int i = builds.size() - 1; i >= 0 && seen < WHOLE_BUILDS; i--) {
            BuildRecord build = builds.get(i);
            seen += isWhole(build, partial) ? 1 : 0;
            for (TestOutcome outcome : build.tests()) {
                tests.add(outcome.test());
            }
        }
        return new ArrayList<>(tests);
    }
}
