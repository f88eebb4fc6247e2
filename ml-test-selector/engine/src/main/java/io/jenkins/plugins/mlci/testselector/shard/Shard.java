package io.jenkins.plugins.mlci.testselector.shard;

import io.jenkins.plugins.mlci.shared.history.TestId;
import java.util.List;

/**
 * The tests of one part.
 *
 * @param index number of the part, from 0
 * @param tests its tests, sorted
 * @param seconds expected time of its tests, one after the other; tests of unknown duration count with the median
 */
public record Shard(int index, List<TestId> tests, double seconds) {
    public Shard {
        tests = List.copyOf(tests);
    }

    /** Whether there is nothing to run here, which must not be read as "no filter". */
    public boolean empty() {
        return tests.isEmpty();
    }
}
