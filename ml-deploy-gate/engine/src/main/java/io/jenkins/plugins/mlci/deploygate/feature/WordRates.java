package io.jenkins.plugins.mlci.deploygate.feature;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How often deployments whose titles hold a word failed, and how rare the word is. */
final class WordRates {
    private static final double STRENGTH = 20;

    private final Map<String, double[]> outcomes = new HashMap<>();
    private final Map<String, Integer> uses = new HashMap<>();
    private int titles;

    void use(List<String> words) {
        titles++;
        words.forEach(word -> uses.merge(word, 1, Integer::sum));
    }

    void learn(List<String> words, boolean failed) {
        for (String word : words) {
            double[] counts = outcomes.computeIfAbsent(word, w -> new double[2]);
            counts[0]++;
            counts[1] += failed ? 1 : 0;
        }
    }

    /** Log ratio of a word's failure rate, pulled towards the base rate, to the base rate; 0 for an unknown word. */
    double risk(String word, double base) {
        double[] counts = outcomes.get(word);
        return counts == null ? 0 : Math.log((counts[1] + STRENGTH * base) / (counts[0] + STRENGTH) / base);
    }

    /** Inverse document frequency in nats. */
    double rarity(String word) {
        return Math.log((titles + 2.0) / (uses.getOrDefault(word, 0) + 1.0));
    }

    boolean isNew(String word) {
        return !uses.containsKey(word);
    }
}
