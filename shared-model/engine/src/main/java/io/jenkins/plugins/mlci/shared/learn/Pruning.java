package io.jenkins.plugins.mlci.shared.learn;

import io.jenkins.plugins.mlci.shared.learn.SparseLinearLearner.Weights;
import java.util.Arrays;
import java.util.List;

/** Makes a text model smaller: what hardly counts is forgotten, and the rest is learned again. */
final class Pruning {
    private Pruning() {}

    /** The rarity of the buckets with the largest weights in any part; 0 for the others. */
    static float[] keep(int most, float[] rarity, List<Weights> parts) {
        float[] largest = new float[rarity.length];
        for (Weights part : parts) {
            for (int i = 0; i < largest.length; i++) {
                largest[i] = Math.max(largest[i], rarity[i] > 0 ? Math.abs(part.weights()[i]) : 0);
            }
        }
        float[] sorted = largest.clone();
        Arrays.sort(sorted);
        float least = most >= sorted.length ? 0 : sorted[sorted.length - most];
        float[] kept = new float[rarity.length];
        int left = most;
        for (int i = 0; i < kept.length && left > 0; i++) {
            if (largest[i] > 0 && largest[i] >= least) {
                kept[i] = rarity[i];
                left--;
            }
        }
        return kept;
    }
}
