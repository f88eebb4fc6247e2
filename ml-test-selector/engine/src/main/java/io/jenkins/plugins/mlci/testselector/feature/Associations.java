package io.jenkins.plugins.mlci.testselector.feature;

import io.jenkins.plugins.mlci.shared.model.StateReader;
import io.jenkins.plugins.mlci.shared.model.StateWriter;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts how often something happened to a test when a key (a file, a folder) was in the change.
 *
 * <p>A change of many files says little about each, so every file carries the weight 1 / files.
 */
final class Associations {
    private final Map<String, Map<Integer, Double>> events = new HashMap<>();
    private final Map<String, Double> changes = new HashMap<>();

    /** The key was in a change. */
    void changed(String key, double weight) {
        changes.merge(key, weight, Double::sum);
    }

    /** It happened to the test while the key was in the change. */
    void happened(String key, int test, double weight) {
        events.computeIfAbsent(key, k -> new HashMap<>()).merge(test, weight, Double::sum);
    }

    /** What happened with this key in the change: test to summed weight; empty when nothing did. */
    Map<Integer, Double> of(String key) {
        return events.getOrDefault(key, Map.of());
    }

    void write(StateWriter out) {
        out.number(changes.size());
        changes.forEach((key, weight) -> {
            out.text(key).real(weight);
            Map<Integer, Double> tests = of(key);
            out.number(tests.size());
            tests.forEach((test, sum) -> out.number(test).real(sum));
        });
    }

    /** Reads into this empty one; tests are numbered below the limit. */
    void read(StateReader in, int tests) {
        int keys = in.count(10);
        for (int i = 0; i < keys; i++) {
            String key = in.text();
            changes.put(key, in.finite());
            int count = in.count(9);
            Map<Integer, Double> known = new HashMap<>();
            for (int j = 0; j < count; j++) {
                known.put(in.number(0, tests - 1), in.finite());
            }
            if (count > 0) {
                events.put(key, known);
            }
        }
    }

    /** Summed weight of the changes that held the key. */
    double changes(String key) {
        return changes.getOrDefault(key, 0.0);
    }
}
