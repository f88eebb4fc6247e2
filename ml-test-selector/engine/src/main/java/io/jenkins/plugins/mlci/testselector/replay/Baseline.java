package io.jenkins.plugins.mlci.testselector.replay;

import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.testselector.feature.SelectionTable;
import java.util.List;

/** A known way to order tests, to be compared with. */
interface Baseline {
    /** What the field calls it. */
    String name();

    /** First to run first, from what is known before the build. */
    int[] order(SelectionTable table, List<TestId> tests);

    /** Learns how the build ended. */
    default void observe(SelectionTable table, List<TestId> tests, boolean[] failed) {}
}
