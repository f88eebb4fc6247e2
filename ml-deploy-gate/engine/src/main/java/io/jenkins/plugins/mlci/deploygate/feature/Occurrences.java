package io.jenkins.plugins.mlci.deploygate.feature;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** When something happened, by key, over the last 30 days. */
final class Occurrences {
    private static final double KEPT = 720;

    private final Map<String, Deque<Double>> times = new HashMap<>();
    private final Map<String, Double> last = new HashMap<>();

    /** @param now hours, never falling */
    void add(String key, double now) {
        Deque<Double> kept = times.computeIfAbsent(key, k -> new ArrayDeque<>());
        kept.addLast(now);
        while (kept.getFirst() < now - KEPT) {
            kept.removeFirst();
        }
        last.put(key, now);
    }

    /** How often in the last hours, 720 at most. */
    int within(String key, double now, double hours) {
        Deque<Double> kept = times.get(key);
        int count = 0;
        if (kept != null) {
            for (var each = kept.descendingIterator(); each.hasNext() && each.next() >= now - hours; ) {
                count++;
            }
        }
        return count;
    }

    /** Hours since the last time; NaN when it never happened. */
    double hoursSince(String key, double now) {
        Double time = last.get(key);
        return time == null ? Double.NaN : Math.max(0, now - time);
    }
}
