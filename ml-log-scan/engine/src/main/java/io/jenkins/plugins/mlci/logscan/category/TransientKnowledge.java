package io.jenkins.plugins.mlci.logscan.category;

import java.util.EnumMap;
import java.util.Map;

/**
 * How often trying again helped, a category: what is usual to begin with, then what this job showed. Immutable and small. The estimate is
 * the mean of a beta distribution whose prior counts {@value #PRIOR} retries; old outcomes fade, so that at most {@value #MOST} count.
 *
 * @param retried how many retries count, by category
 * @param helped how many of them succeeded, by category
 */
public record TransientKnowledge(Map<FailureCategory, Double> retried, Map<FailureCategory, Double> helped) {
    static final double PRIOR = 4;
    static final double MOST = 50;

    public TransientKnowledge {
        retried = Map.copyOf(retried);
        helped = Map.copyOf(helped);
        check(retried);
        check(helped);
    }

    private static void check(Map<FailureCategory, Double> counts) {
        for (double count : counts.values()) {
            if (!(count >= 0 && count <= MOST + 1)) {
                throw new IllegalArgumentException("A count of retries is from 0 to " + MOST + ", not " + count + ".");
            }
        }
    }

    /** Nothing was seen yet. */
    public static TransientKnowledge none() {
        return new TransientKnowledge(Map.of(), Map.of());
    }

    /** The same after one more retry of a failure of that category, without a change in between. */
    public TransientKnowledge learn(FailureCategory category, boolean succeeded) {
        Map<FailureCategory, Double> tries = new EnumMap<>(FailureCategory.class);
        tries.putAll(retried);
        Map<FailureCategory, Double> good = new EnumMap<>(FailureCategory.class);
        good.putAll(helped);
        double before = tries.getOrDefault(category, 0.0);
        double fade = before >= MOST ? (MOST - 1) / before : 1;
        tries.put(category, before * fade + 1);
        good.put(category, good.getOrDefault(category, 0.0) * fade + (succeeded ? 1 : 0));
        return new TransientKnowledge(tries, good);
    }

    /** How probable it is that trying again helps against a failure of that category, from 0 to 1. */
    public double probability(FailureCategory category) {
        double tries = retried.getOrDefault(category, 0.0);
        double good = helped.getOrDefault(category, 0.0);
        return (category.usuallyTransient() * PRIOR + good) / (PRIOR + tries);
    }

    /** The same where the category is not certain. */
    double probability(Map<FailureCategory, Double> shares) {
        double sum = 0;
        for (Map.Entry<FailureCategory, Double> share : shares.entrySet()) {
            sum += share.getValue() * probability(share.getKey());
        }
        return Math.min(1, sum);
    }
}
