package io.jenkins.plugins.mlci.testselector.shard;

import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.testselector.runner.EmptySelection;
import io.jenkins.plugins.mlci.testselector.runner.Form;
import io.jenkins.plugins.mlci.testselector.runner.RunnerOptions;
import io.jenkins.plugins.mlci.testselector.runner.SelectedTests;
import java.util.ArrayList;
import java.util.List;

/**
 * All parts of a selection. The first part excludes what it need not run, so that tests that nobody knows yet run there, and only
 * there; the others include their tests. A part without tests runs nothing, and says so.
 *
 * @param shards one entry for each part, in the order of their index; parts without tests come last
 */
public record ShardPlan(List<Shard> shards) {
    public ShardPlan {
        shards = List.copyOf(shards);
    }

    /** Expected time of the longest part, in seconds. */
    public double seconds() {
        return shards.stream().mapToDouble(Shard::seconds).max().orElse(0);
    }

    /**
     * What the runner of one part shall do.
     *
     * @param index number of the part, from 0
     * @param whole the selection that was split; when it is for all tests, the parts still share the known tests
     */
    public SelectedTests selection(int index, SelectedTests whole) {
        Shard shard = shard(index);
        List<TestId> others = new ArrayList<>(whole.all() ? List.of() : whole.skipped());
        for (Shard other : shards) {
            if (other.index() != index) {
                others.addAll(other.tests());
            }
        }
        return new SelectedTests(
                shard.tests(), others, false, "Part " + (index + 1) + " of " + shards.size() + ". " + whole.reason());
    }

    /** The options that go with {@link #selection}. Without any known test the first part runs all, the others nothing. */
    public RunnerOptions options(int index, RunnerOptions base) {
        shard(index);
        return index == 0
                ? base.withForm(Form.EXCLUDE).withEmptySelection(EmptySelection.RUN_ALL)
                : base.withForm(Form.INCLUDE).withEmptySelection(EmptySelection.RUN_NOTHING);
    }

    private Shard shard(int index) {
        if (index < 0 || index >= shards.size()) {
            throw new IllegalArgumentException(
                    "There are parts 0 to " + (shards.size() - 1) + ", so there is no part " + index);
        }
        return shards.get(index);
    }
}
