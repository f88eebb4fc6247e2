package io.jenkins.plugins.mlci.testselector.rank;

import io.jenkins.plugins.mlci.shared.feature.FeatureTable;
import io.jenkins.plugins.mlci.shared.learn.TrainingSet;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SplittableRandom;

/**
 * The rows that a job's own model learns from: of each build with a failure all failing tests and a sample of the others,
 * which weigh as much as all they stand for. The oldest builds go when there are too many rows.
 */
public final class TrainingRows {
    private static final int MOST_ROWS = 60_000;
    private static final int PASSED_A_BUILD = 400;
    private static final int FAILED_A_BUILD = 200;

    private record Group(FeatureTable table, double[] labels, double[] weights) {}

    private final Deque<Group> groups = new ArrayDeque<>();
    private final SplittableRandom random;
    private int rows;
    private int positives;

    /** No rows yet; the seed decides which passing tests are kept. */
    public TrainingRows(long seed) {
        random = new SplittableRandom(seed);
    }

    /** How many failing tests were taken in. */
    public int positives() {
        return positives;
    }

    /** Takes in one build. */
    public void add(FeatureTable table, boolean[] failed) {
        int bad = 0;
        for (boolean f : failed) {
            bad += f ? 1 : 0;
        }
        int good = failed.length - bad;
        double keepGood = Math.min(1, (double) PASSED_A_BUILD / Math.max(1, good));
        double keepBad = Math.min(1, (double) FAILED_A_BUILD / Math.max(1, bad));
        int[] chosen = new int[failed.length];
        int count = 0;
        for (int row = 0; row < failed.length; row++) {
            if (random.nextDouble() < (failed[row] ? keepBad : keepGood)) {
                chosen[count++] = row;
            }
        }
        chosen = java.util.Arrays.copyOf(chosen, count);
        double[] labels = new double[count];
        double[] weights = new double[count];
        for (int i = 0; i < count; i++) {
            labels[i] = failed[chosen[i]] ? 1 : 0;
            // Many failures of one build have one cause: together they count as their root.
            weights[i] = failed[chosen[i]] ? 1 / (keepBad * Math.sqrt(bad)) : 1 / keepGood;
        }
        groups.add(new Group(table.select(chosen), labels, weights));
        rows += count;
        positives += bad;
        while (rows > MOST_ROWS && groups.size() > 1) {
            rows -= groups.remove().labels.length;
        }
    }

    /** All rows, oldest first. */
    public TrainingSet toSet() {
        int features = groups.getFirst().table.schema().size();
        double[][] columns = new double[features][rows];
        double[] labels = new double[rows];
        double[] weights = new double[rows];
        int at = 0;
        for (Group group : groups) {
            int n = group.labels.length;
            for (int f = 0; f < features; f++) {
                System.arraycopy(group.table.column(f), 0, columns[f], at, n);
            }
            System.arraycopy(group.labels, 0, labels, at, n);
            System.arraycopy(group.weights, 0, weights, at, n);
            at += n;
        }
        return new TrainingSet(FeatureTable.of(groups.getFirst().table.schema(), columns), labels, weights, null);
    }
}
