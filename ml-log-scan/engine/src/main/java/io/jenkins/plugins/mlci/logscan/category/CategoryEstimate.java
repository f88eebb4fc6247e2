package io.jenkins.plugins.mlci.logscan.category;

import java.util.Map;

/**
 * What kind of failure it is.
 *
 * @param category the most probable one
 * @param probability of it, from 0 to 1
 * @param alternatives every category with its probability, most probable first; they sum to 1
 * @param transientProbability how probable it is that trying again helps, from 0 to 1
 */
public record CategoryEstimate(
        FailureCategory category,
        double probability,
        Map<FailureCategory, Double> alternatives,
        double transientProbability) {
    /** Above this trying again is worth it. */
    public static final double LIKELY = 0.5;

    public CategoryEstimate {
        alternatives = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(alternatives));
    }

    /** Whether trying again is likely to help. */
    public boolean isTransient() {
        return transientProbability >= LIKELY;
    }
}
