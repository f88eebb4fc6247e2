package io.jenkins.plugins.mlci.deploygate.risk;

import io.jenkins.plugins.mlci.shared.model.LogOdds;

/**
 * Puts the log-odds of several experts together: a logistic regression over them with few weights, a full covariance and a
 * bias that follows drift. It learns each outcome once, from what the experts said before they knew it, so it is also the
 * calibration.
 */
final class Stack {
    private final double[] weights;
    private final double[][] covariance;
    private final double drift;
    private final double most;

    /**
     * A stack.
     *
     * @param start first weight of each expert
     * @param variance how far the weights may move from it, as a variance
     * @param biasVariance the same of the bias
     * @param drift what each outcome adds to the variance of the bias
     */
    Stack(double[] start, double variance, double biasVariance, double drift) {
        int n = start.length + 1;
        weights = java.util.Arrays.copyOf(start, n);
        covariance = new double[n][n];
        for (int i = 0; i < n; i++) {
            covariance[i][i] = i < n - 1 ? variance : biasVariance;
        }
        this.drift = drift;
        this.most = biasVariance;
    }

    /** @param offset log-odds that count as they are */
    double logOdds(double offset, double[] experts) {
        double sum = offset + weights[weights.length - 1];
        for (int i = 0; i < experts.length; i++) {
            sum += weights[i] * experts[i];
        }
        return sum;
    }

    double variance(double[] experts) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += value(experts, i) * projected(experts, i);
        }
        return sum;
    }

    void learn(double offset, double[] experts, boolean failed) {
        int n = weights.length;
        double p = LogOdds.probability(logOdds(offset, experts));
        double curvature = Math.max(1e-4, p * (1 - p));
        double[] gain = new double[n];
        double variance = 0;
        for (int i = 0; i < n; i++) {
            gain[i] = projected(experts, i);
            variance += value(experts, i) * gain[i];
        }
        double shrink = 1 + curvature * variance;
        double step = ((failed ? 1 : 0) - p) / shrink;
        for (int i = 0; i < n; i++) {
            weights[i] += gain[i] * step;
            for (int j = 0; j < n; j++) {
                covariance[i][j] -= gain[i] * gain[j] * curvature / shrink;
            }
        }
        covariance[n - 1][n - 1] = Math.min(most, covariance[n - 1][n - 1] + drift);
    }

    double weight(int expert) {
        return weights[expert];
    }

    double bias() {
        return weights[weights.length - 1];
    }

    private double projected(double[] experts, int row) {
        double sum = 0;
        for (int j = 0; j < weights.length; j++) {
            sum += covariance[row][j] * value(experts, j);
        }
        return sum;
    }

    private static double value(double[] experts, int i) {
        return i < experts.length ? experts[i] : 1;
    }
}
