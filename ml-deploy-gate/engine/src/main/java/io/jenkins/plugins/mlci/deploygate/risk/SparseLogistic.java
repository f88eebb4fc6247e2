package io.jenkins.plugins.mlci.deploygate.risk;

import io.jenkins.plugins.mlci.shared.model.LogOdds;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Logistic regression over dense columns and hashed words together, with a penalty for each kind, by adaptive gradient steps
 * over shuffled rows (J. Duchi et al., AdaGrad, JMLR 2011). For sets with some ten thousand rows and words.
 */
public final class SparseLogistic {
    private static final int EPOCHS = 12;

    private final double[] dense;
    private final double[] words;
    private double bias;

    private SparseLogistic(int features, int buckets) {
        dense = new double[features];
        words = new double[buckets];
    }

    /**
     * Rows to learn from.
     *
     * @param dense one array a row, scaled
     * @param words positions of the words of each row, each less than the number of buckets
     * @param values value of each word of a row
     * @param labels 0 or 1
     * @param weights more than 0
     */
    public record Rows(double[][] dense, int[][] words, double[] values, double[] labels, double[] weights) {}

    /**
     * Fits.
     *
     * @param buckets size of the table of words
     * @param denseVariance prior variance of a weight of a dense column: the inverse of the L2 penalty
     * @param wordVariance the same of a word
     */
    public static SparseLogistic fit(Rows rows, int buckets, double denseVariance, double wordVariance, long seed) {
        int n = rows.labels.length;
        SparseLogistic model = new SparseLogistic(n == 0 ? 0 : rows.dense[0].length, buckets);
        double positive = 0;
        double total = 0;
        for (int i = 0; i < n; i++) {
            positive += rows.weights[i] * rows.labels[i];
            total += rows.weights[i];
        }
        model.bias = LogOdds.of((positive + 0.5) / (total + 1));
        double[] denseSquares = new double[model.dense.length];
        double[] wordSquares = new double[buckets];
        int[] uses = new int[buckets];
        for (int[] line : rows.words) {
            for (int word : line) {
                uses[word]++;
            }
        }
        Arrays.fill(denseSquares, 1e-6);
        Arrays.fill(wordSquares, 1e-6);
        double biasSquare = 1e-6;
        int[] order = new int[n];
        Arrays.setAll(order, i -> i);
        SplittableRandom random = new SplittableRandom(seed);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            for (int i = n - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                int swap = order[i];
                order[i] = order[j];
                order[j] = swap;
            }
            double rate = 0.1 / (1 + epoch);
            for (int row : order) {
                double[] x = rows.dense[row];
                int[] w = rows.words[row];
                double value = rows.values[row];
                double error = rows.weights[row] * (LogOdds.probability(model.logOdds(x, w, value)) - rows.labels[row]);
                biasSquare += error * error;
                model.bias -= rate * error / Math.sqrt(biasSquare);
                for (int f = 0; f < x.length; f++) {
                    double gradient = error * x[f] + model.dense[f] / (denseVariance * n);
                    denseSquares[f] += gradient * gradient;
                    model.dense[f] -= rate * gradient / Math.sqrt(denseSquares[f]);
                }
                for (int word : w) {
                    double gradient = error * value + model.words[word] / (wordVariance * uses[word]);
                    wordSquares[word] += gradient * gradient;
                    model.words[word] -= rate * gradient / Math.sqrt(wordSquares[word]);
                }
            }
        }
        return model;
    }

    /** The log-odds of a row. */
    public double logOdds(double[] x, int[] w, double value) {
        double sum = bias;
        for (int f = 0; f < dense.length; f++) {
            sum += dense[f] * x[f];
        }
        for (int word : w) {
            sum += words[word] * value;
        }
        return sum;
    }

    double bias() {
        return bias;
    }

    double dense(int feature) {
        return dense[feature];
    }

    double word(int bucket) {
        return words[bucket];
    }
}
