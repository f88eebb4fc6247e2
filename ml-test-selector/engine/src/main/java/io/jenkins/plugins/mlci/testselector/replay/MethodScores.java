package io.jenkins.plugins.mlci.testselector.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The figures of one method over the cycles of a subject: over all failures and over new ones. */
public final class MethodScores {
    private final List<double[]> all = new ArrayList<>();
    private final List<double[]> fresh = new ArrayList<>();

    void add(PrioritisationMetrics allFailures, PrioritisationMetrics newFailures) {
        all.add(allFailures.toArray());
        if (newFailures != null) {
            fresh.add(newFailures.toArray());
        }
    }

    /** Means over the cycles with a failure, by name. */
    public Map<String, Double> all() {
        return PrioritisationMetrics.named(Means.of(all));
    }

    /** Means over the cycles with a new failure, by name; NaN where there is none. */
    public Map<String, Double> fresh() {
        return PrioritisationMetrics.named(Means.of(fresh));
    }

    List<double[]> allCycles() {
        return all;
    }

    List<double[]> freshCycles() {
        return fresh;
    }
}
