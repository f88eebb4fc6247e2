package io.jenkins.plugins.mlci.shared.learn;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Turns weights into frequencies for learners that know no weights: as many rows, drawn by weight, in time order. */
final class WeightedResample {
    private WeightedResample() {}

    /**
     * Evenly spaced draws with one random start, so that a row of weight w comes w / mean times, rounded either way. A kind of rows that weighs
     * too little to be drawn comes once all the same: a learner needs both kinds.
     */
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
        }
        keep(heaviest(set, true), true, set, drawn);
        keep(heaviest(set, false), false, set, drawn);
        for (int i = 0; i < rows; i++) {
            labels[i] = set.labels()[drawn[i]];
        }
        return TrainingSet.of(set.table().select(drawn), labels);
    }

    /** The heaviest row of a kind; -1 where there is none. */
    private static int heaviest(TrainingSet set, boolean positive) {
        int heaviest = -1;
        for (int row = 0; row < set.rows(); row++) {
            if (set.labels()[row] > 0 == positive && (heaviest < 0 || set.weight(row) > set.weight(heaviest))) {
                heaviest = row;
            }
        }
        return heaviest;
    }

    /** Puts a row in the place of the draw that lies nearest in time, if no row of its kind was drawn. */
    private static void keep(int wanted, boolean positive, TrainingSet set, int[] drawn) {
        if (wanted < 0 || Arrays.stream(drawn).anyMatch(row -> set.labels()[row] > 0 == positive)) {
            return;
        }
        int place = Arrays.binarySearch(drawn, wanted);
        drawn[Math.min(drawn.length - 1, -place - 1)] = wanted;
    }
}
