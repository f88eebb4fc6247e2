package io.jenkins.plugins.mlci.plugin.logscan.scan;

import hudson.model.InvisibleAction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a build tried again, by the block of the step that did; read and forgotten when the build has ended. */
public final class RetryNotes extends InvisibleAction {
    private final Map<String, String> open = new LinkedHashMap<>();
    private final List<Outcome> outcomes = new ArrayList<>();

    /** Whether trying again helped against a failure of that kind. */
    public record Outcome(String category, boolean helped) {}

    /**
     * A block failed.
     *
     * @param block id of the block that tries again
     * @param category of the failure
     * @param again whether it is tried again now
     */
    public synchronized void failed(String block, String category, boolean again) {
        String before = open.remove(block);
        // Where another failure came, nobody knows what became of the first.
        if (before != null && before.equals(category)) {
            outcomes.add(new Outcome(category, false));
        }
        if (again) {
            open.put(block, category);
        }
    }

    /** The blocks that were tried again and not heard of since, with the category of their failure. */
    public synchronized Map<String, String> open() {
        return new LinkedHashMap<>(open);
    }

    /** What is known for sure. */
    public synchronized List<Outcome> outcomes() {
        return new ArrayList<>(outcomes);
    }
}
