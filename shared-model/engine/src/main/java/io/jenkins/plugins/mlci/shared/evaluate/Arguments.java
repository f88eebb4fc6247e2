package io.jenkins.plugins.mlci.shared.evaluate;

import java.util.stream.IntStream;

/** Checks and orders what metrics are asked about. */
final class Arguments {
    private Arguments() {}

    static void check(double[] labels, double[] predictions) {
        if (labels.length != predictions.length) {
            throw new IllegalArgumentException(
                    "There are " + labels.length + " labels for " + predictions.length + " predictions.");
        }
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] != 0 && labels[i] != 1) {
                throw new IllegalArgumentException("A label must be 0 or 1, not " + labels[i] + ".");
            }
            if (Double.isNaN(predictions[i])) {
                throw new IllegalArgumentException("Prediction " + i + " is not a number.");
            }
        }
    }

    static void checkProbabilities(double[] labels, double[] probabilities) {
        check(labels, probabilities);
        for (double p : probabilities) {
            if (p < 0 || p > 1) {
                throw new IllegalArgumentException("A probability must lie between 0 and 1, not " + p + ".");
            }
        }
    }

    /** Positions by falling value, equal ones in their order. */
    static int[] descending(double[] values) {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted((a, b) -> Double.compare(values[b], values[a]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
