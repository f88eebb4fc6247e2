package io.jenkins.plugins.mlci.shared.learn;

import java.util.SplittableRandom;

/** Turns weights into frequencies for learners that know no weights: as many rows, drawn by weight, in time order. */
final class WeightedResample {
    private WeightedResample() {}

    /** Evenly spaced draws with one random start, so that a row of weight w comes w / mean times, rounded either way. */
    static TrainingSet of(TrainingSet set, long seed) {
        if (set.weights() == null) {
            return set;
        }
        int rows = set.rows();
        double total = 0;
        for (double weight : set.weights()) {
            total += weight;
        }
        double step = total / rows;
        double at = new SplittableRandom(seed).nextDouble() * step;
        int[] drawn = new int[rows];
        double[] labels = new double[rows];
        double upTo = set.weights()[0];
        int row = 0;
        for (int i = 0; i < rows; i++, at += step) {
            while (at >= upTo && row < rows - 1) {
                upTo += set.weights()[++row];
            }
            drawn[i] = row;
            labels[i] = set.labels()[row];
        }
        return TrainingSet.of(set.table().select(drawn), labels);
    }
}
