package io.jenkins.plugins.mlci.shared.learn;

import io.jenkins.plugins.mlci.shared.feature.Feature;
import io.jenkins.plugins.mlci.shared.feature.FeatureSchema;
import io.jenkins.plugins.mlci.shared.feature.FeatureTable;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Seeded rows with non-linear effects, an interaction, noise features and missing values. */
public final class SyntheticData {
    private SyntheticData() {}

    /** A schema of numbered features. */
    public static FeatureSchema schema(int features) {
        return new FeatureSchema(
                "synthetic",
                1,
                IntStream.range(0, features)
                        .mapToObj(f -> Feature.of("x" + f, "units", "The number x" + f + "."))
                        .toList());
    }

    /** Rows of at least 5 features; about a third positive. */
    public static TrainingSet rows(int rows, int features, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] columns = new double[features][rows];
        double[] labels = new double[rows];
        for (int row = 0; row < rows; row++) {
            for (int f = 0; f < features; f++) {
                columns[f][row] = f % 3 == 2 ? random.nextInt(6) : random.nextDouble() * 2 - 1;
            }
            double margin = -1.2
                    + 2 * Math.sin(3 * columns[0][row])
                    + 2 * columns[1][row] * columns[3][row]
                    + (columns[2][row] > 3 ? 1.5 : 0)
                    - columns[4][row];
            labels[row] = random.nextDouble() < 1 / (1 + Math.exp(-margin)) ? 1 : 0;
            for (int f = 0; f < features; f++) {
                if (random.nextDouble() < 0.05) {
                    columns[f][row] = Double.NaN;
                }
            }
        }
        return TrainingSet.of(FeatureTable.of(schema(features), columns), labels);
    }

    /** Area under the ROC curve, counted pair by pair over ranks. */
    public static double auc(double[] labels, double[] scores) {
        Integer[] order = IntStream.range(0, labels.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, (a, b) -> Double.compare(scores[a], scores[b]));
        double rankSum = 0;
        double positives = 0;
        for (int i = 0; i < order.length; i++) {
            if (labels[order[i]] > 0) {
                rankSum += i + 1;
                positives++;
            }
        }
        return (rankSum - positives * (positives + 1) / 2) / (positives * (labels.length - positives));
    }
}
