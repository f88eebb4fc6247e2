package io.jenkins.plugins.mlci.testselector.shard;

import io.jenkins.plugins.mlci.shared.history.TestId;
import java.util.List;

/**
 * What stays together in one part.
 *
 * @param group the test, or the class that its tests have in common
 * @param tests the tests, sorted
 * @param seconds their expected time together
 */
record Item(TestId group, List<TestId> tests, double seconds) {}
