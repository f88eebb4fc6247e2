package io.jenkins.plugins.mlci.testselector.rank;

import io.jenkins.plugins.mlci.shared.feature.FeatureSchema;
import io.jenkins.plugins.mlci.shared.feature.FeatureTable;
import io.jenkins.plugins.mlci.shared.learn.TrainingSet;
import io.jenkins.plugins.mlci.shared.model.ModelFormatException;
import io.jenkins.plugins.mlci.shared.model.StateReader;
import io.jenkins.plugins.mlci.shared.model.StateWriter;
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

    /** More than 2,000 builds of 100,000 tests draw; reading goes on after as many, so a hostile number must not take hours. */
    private static final long MOST_DRAWS = 1L << 28;

    private record Group(FeatureTable table, double[] labels, double[] weights) {}

    private final Deque<Group> groups = new ArrayDeque<>();
    private final SplittableRandom random;
    private long draws;
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
            draws++;
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

    /** Writes all rows and where chance stands. */
    void write(StateWriter out) {
        out.number(draws).number(positives).number(groups.size());
        for (Group group : groups) {
            out.reals(group.labels).reals(group.weights);
        }
        int features = groups.isEmpty() ? 0 : groups.getFirst().table.schema().size();
        out.number(features);
        // Column by column over all builds: neighbours are alike, which compresses well.
        for (int f = 0; f < features; f++) {
            for (Group group : groups) {
                out.reals(group.table.column(f));
            }
        }
    }

    /** Reads into these empty rows, which were made with the same seed. */
    void read(StateReader in, FeatureSchema schema) {
        draws = in.number();
        if (draws < 0 || draws > MOST_DRAWS) {
            throw new ModelFormatException("The state of the model has drawn " + draws + " random numbers.");
        }
        for (long i = 0; i < draws; i++) {
            random.nextDouble();
        }
        positives = in.number(0, Integer.MAX_VALUE);
        int count = in.count(2);
        double[][] labels = new double[count][];
        double[][] weights = new double[count][];
        for (int group = 0; group < count; group++) {
            labels[group] = in.reals();
            weights[group] = in.reals(labels[group].length);
            rows += labels[group].length;
        }
        int features = in.number(0, schema.size());
        if (features != (count == 0 ? 0 : schema.size())) {
            throw new ModelFormatException("The rows of the model have other features than this version reads.");
        }
        double[][][] columns = new double[count][features][];
        for (int f = 0; f < features; f++) {
            for (int group = 0; group < count; group++) {
                columns[group][f] = in.reals(labels[group].length);
            }
        }
        for (int group = 0; group < count; group++) {
            groups.add(new Group(FeatureTable.of(schema, columns[group]), labels[group], weights[group]));
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
