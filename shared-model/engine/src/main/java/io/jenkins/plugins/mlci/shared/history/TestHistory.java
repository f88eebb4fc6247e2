package io.jenkins.plugins.mlci.shared.history;

import java.util.List;
import java.util.Map;

/** Tests over the builds of a job. Excluded builds do not count. */
public interface TestHistory {
    /**
     * Rolling statistics of every test of a job, in the order in which the tests were first seen. Empty for an unknown job.
     * They are kept up with every recorded build; after a build was replaced, deleted, excluded or recorded late, the next
     * call counts them anew.
     */
    Map<TestId, TestStatistics> statistics(String job);

    /**
     * The last runs of one test, newest first, skipped ones too.
     *
     * @param newest at most this many
     */
    List<TestRun> runs(String job, TestId test, int newest);
}
