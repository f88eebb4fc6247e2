package io.jenkins.plugins.mlci.shared.learn;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Draws the rows and features of each tree from the seed and the tree's number alone. Rows of a group stay together. */
final class Sampler {
    private static final int ROWS = 0;
    private static final int FEATURES = 1;

    private final TrainingSet set;
    private final BoostingParameters parameters;
    private final long seed;
    private final int[] allRows;

    Sampler(TrainingSet set, BoostingParameters parameters, long seed) {
        this.set = set;
        this.parameters = parameters;
        this.seed = seed;
        this.allRows = range(set.rows());
    }

    /** Rising row numbers, at least one. */
    int[] rows(int tree) {
        if (parameters.rowShare >= 1) {
            return allRows;
        }
        SplittableRandom random = random(tree, ROWS);
        int[] drawn = new int[set.rows()];
        int count = 0;
        if (parameters.objective == BoostingObjective.LOG_LOSS) {
            for (int row = 0; row < drawn.length; row++) {
                if (random.nextDouble() < parameters.rowShare) {
                    drawn[count++] = row;
                }
            }
        } else {
            int row = 0;
            for (int size : set.groups()) {
                boolean taken = random.nextDouble() < parameters.rowShare;
                for (int end = row + size; row < end; row++) {
                    if (taken) {
                        drawn[count++] = row;
                    }
                }
            }
        }
        return count == 0 ? allRows : Arrays.copyOf(drawn, count);
    }

    /** Rising feature numbers, at least one. */
    int[] features(int tree) {
        int all = set.table().schema().size();
        int wanted = (int) Math.max(1, Math.round(all * parameters.featureShare));
        int[] features = range(all);
        if (wanted == all) {
            return features;
        }
        SplittableRandom random = random(tree, FEATURES);
        for (int i = 0; i < wanted; i++) {
            int other = i + random.nextInt(all - i);
            int swap = features[i];
            features[i] = features[other];
            features[other] = swap;
        }
        int[] chosen = Arrays.copyOf(features, wanted);
        Arrays.sort(chosen);
        return chosen;
    }

    private SplittableRandom random(int tree, int purpose) {
        return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + 2L * tree + purpose);
    }

    private static int[] range(int n) {
        int[] range = new int[n];
        Arrays.setAll(range, i -> i);
        return range;
    }
}
