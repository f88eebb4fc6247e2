package io.jenkins.plugins.mlci.testselector.shard;

import io.jenkins.plugins.mlci.shared.history.TestId;
import java.util.ArrayList;
import java.util.List;

/** A part while it is being filled. */
final class Bin {
    private final int index;
    private final List<Item> items = new ArrayList<>();
    private double seconds;

    Bin(int index) {
        this.index = index;
    }

    int index() {
        return index;
    }

    double seconds() {
        return seconds;
    }

    List<Item> items() {
        return List.copyOf(items);
    }

    boolean isEmpty() {
        return items.isEmpty();
    }

    void add(Item item) {
        items.add(item);
        seconds += item.seconds();
    }

    void remove(Item item) {
        items.remove(item);
        // Added up anew, so that what is taken away leaves no rounding error behind.
        seconds = items.stream().mapToDouble(Item::seconds).sum();
    }

    /** The first of its tests by name; an empty name when it has none. */
    TestId firstTest() {
        return items.stream()
                .map(item -> item.tests().get(0))
                .min(TestId::compareTo)
                .orElse(TestId.ofClass(""));
    }

    List<TestId> tests() {
        return items.stream().flatMap(item -> item.tests().stream()).sorted().toList();
    }
}
