package io.jenkins.plugins.mlci.shared.history.jdbc;

import io.jenkins.plugins.mlci.shared.history.TestId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The tests of a job by index and the indices by test. Never changes; an index is never given to another test, so an old
 * dictionary stays right about what it knows.
 */
final class Dictionary {
    private final long generation;
    private final TestId[] tests;
    private final Map<TestId, Integer> indices;

    private Dictionary(long generation, TestId[] tests) {
        this.generation = generation;
        this.tests = tests;
        this.indices = new HashMap<>(tests.length * 2);
        for (int index = 0; index < tests.length; index++) {
            if (tests[index] != null) {
                indices.put(tests[index], index);
            }
        }
    }

    /**
     * Makes a dictionary.
     *
     * @param generation how often tests were taken out
     * @param tests the tests by index; null where one was taken out
     */
    static Dictionary of(long generation, TestId[] tests) {
        return new Dictionary(generation, tests);
    }

    Dictionary with(List<TestId> added) {
        TestId[] more = Arrays.copyOf(tests, tests.length + added.size());
        for (int i = 0; i < added.size(); i++) {
            more[tests.length + i] = added.get(i);
        }
        return new Dictionary(generation, more);
    }

    boolean isOf(JobRow job) {
        return generation == job.dictionary() && tests.length == job.nextTest();
    }

    /** The index of a test, or -1. */
    int indexOf(TestId test) {
        return indices.getOrDefault(test, -1);
    }

    /** The test with an index, or null when it is unknown here. */
    TestId test(int index) {
        return index < tests.length ? tests[index] : null;
    }

    int size() {
        return tests.length;
    }
}
