package io.jenkins.plugins.mlci.deploygate.feature;

import java.util.HashMap;
import java.util.Map;

/** Decayed failure rates by key over three spans of time, and when a key last failed. */
final class Rates {
    /** Half-lives in hours: three days, a month, a year. */
    static final double[] HALF_LIVES = {72, 720, 8760};

    private static final DecayedRate NOTHING = new DecayedRate();

    private final Map<String, DecayedRate[]> rates = new HashMap<>();
    private final Map<String, Double> failed = new HashMap<>();

    void add(String key, double now, boolean isFailure) {
        DecayedRate[] spans = rates.computeIfAbsent(
                key, k -> new DecayedRate[] {new DecayedRate(), new DecayedRate(), new DecayedRate()});
        for (int span = 0; span < spans.length; span++) {
            spans[span].add(now, HALF_LIVES[span], isFailure);
        }
        if (isFailure) {
            failed.put(key, now);
        }
    }

    double rate(String key, int span, double now, double expected, double strength) {
        DecayedRate[] spans = rates.get(key);
        return (spans == null ? NOTHING : spans[span]).rate(now, HALF_LIVES[span], expected, strength);
    }

    /** Hours since the last failure became known; NaN when there was none. */
    double hoursSinceFailure(String key, double now) {
        Double last = failed.get(key);
        return last == null ? Double.NaN : Math.max(0, now - last);
    }
}
