package io.jenkins.plugins.mlci.benchmark.learn;

import io.jenkins.plugins.mlci.shared.feature.Feature;
import io.jenkins.plugins.mlci.shared.feature.FeatureSchema;
import io.jenkins.plugins.mlci.shared.feature.FeatureTable;
import io.jenkins.plugins.mlci.shared.learn.TrainingSet;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Seeded rows: waves, steps, interactions, noise features, counts with long tails and 5 % missing values. */
final class SyntheticRows {
    private SyntheticRows() {}

    static TrainingSet of(int rows, int features, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] columns = new double[features][rows];
        double[] labels = new double[rows];
        for (int row = 0; row < rows; row++) {
            for (int f = 0; f < features; f++) {
                columns[f][row] = value(f, random);
            }
            double margin = -2
                    + 2 * Math.sin(3 * columns[0][row])
                    + 3 * columns[1][row] * columns[3][row]
                    + (columns[2][row] > 12 ? 1.5 : 0)
                    - columns[4][row]
                    + 0.4 * Math.log1p(columns[5][row])
                    + (columns[6][row] > 0.5 && columns[7][row] < 0 ? 2 : 0);
            labels[row] = random.nextDouble() < 1 / (1 + Math.exp(-margin)) ? 1 : 0;
            for (int f = 0; f < features; f++) {
                if (random.nextDouble() < 0.05) {
                    columns[f][row] = Double.NaN;
                }
            }
        }
        FeatureSchema schema = new FeatureSchema(
                "synthetic",
                1,
                IntStream.range(0, features)
                        .mapToObj(f -> Feature.of("x" + f, "units", "The number x" + f + "."))
                        .toList());
        return TrainingSet.of(FeatureTable.of(schema, columns), labels);
    }

    private static double value(int feature, SplittableRandom random) {
        return switch (feature % 3) {
            case 0, 1 -> random.nextDouble() * 2 - 1;
            default -> Math.floor(Math.exp(5 * random.nextDouble()));
        };
    }
}
