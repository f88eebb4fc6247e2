package io.jenkins.plugins.mlci.testselector.feature;

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

    /** Summed weight of the changes that held the key. */
    double changes(String key) {
        return changes.getOrDefault(key, 0.0);
    }
}
