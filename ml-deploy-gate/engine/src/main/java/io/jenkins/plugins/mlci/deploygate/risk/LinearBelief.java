package io.jenkins.plugins.mlci.deploygate.risk;

import io.jenkins.plugins.mlci.shared.model.LogOdds;
import java.util.Arrays;

/**
 * Logistic regression that learns each outcome once, when it becomes known, and knows how sure it is of each weight: every
 * weight is a normal distribution of its own, which starts at the prior model. Old evidence is forgotten slowly.
 *
 * <p>Source: D. Spiegelhalter, S. Lauritzen, Sequential updating of conditional probabilities, Networks 1990 (the normal
 * approximation, here with a diagonal covariance); T. Graepel et al., ICML 2010, for its use with hashed features.
 */
final class LinearBelief {
    /** How far a weight may move from the prior, as variances: of a feature, a word, a job and environment, the bias. */
    private static final double FEATURE = 0.003;

    private static final double WORD = 0.07;
    private static final double SCOPE = 0.1;
    private static final double BIAS = 0.1;
    /** By how much an outcome makes what was learned before less sure. */
    private static final double FORGET = 1.00003;

    private final double[] dense;
    private final double[] denseVariance;
    private final double[] words;
    private final double[] wordVariance;
    private double bias;
    private double biasVariance = BIAS;
    private final double[] scopes;
    private final double[] scopeVariance;

    LinearBelief(double bias, double[] dense, double[] words) {
        this.bias = bias;
        this.dense = dense.clone();
        this.words = words.clone();
        denseVariance = new double[dense.length];
        Arrays.fill(denseVariance, FEATURE);
        wordVariance = new double[words.length];
        Arrays.fill(wordVariance, WORD);
        scopes = new double[words.length];
        scopeVariance = new double[words.length];
        Arrays.fill(scopeVariance, SCOPE);
    }

    double logOdds(Encoded x) {
        double sum = bias + scopes[x.scope()];
        for (int f = 0; f < dense.length; f++) {
            sum += dense[f] * x.dense()[f];
        }
        for (int word : x.words()) {
            sum += words[word] * x.word();
        }
        return sum;
    }

    /** How unsure {@link #logOdds} is, as a variance. */
    double variance(Encoded x) {
        double sum = biasVariance + scopeVariance[x.scope()];
        for (int f = 0; f < dense.length; f++) {
            sum += denseVariance[f] * x.dense()[f] * x.dense()[f];
        }
        for (int word : x.words()) {
            sum += wordVariance[word] * x.word() * x.word();
        }
        return sum;
    }

    void learn(Encoded x, boolean failed) {
        double p = LogOdds.probability(logOdds(x));
        double curvature = Math.max(1e-4, p * (1 - p));
        double shrink = 1 + curvature * variance(x);
        double step = ((failed ? 1 : 0) - p) / shrink;
        double loss = curvature / shrink;
        bias += biasVariance * step;
        biasVariance = Math.min(BIAS, biasVariance * (1 - loss * biasVariance) * FORGET);
        int s = x.scope();
        scopes[s] += scopeVariance[s] * step;
        scopeVariance[s] = Math.min(SCOPE, scopeVariance[s] * (1 - loss * scopeVariance[s]) * FORGET);
        for (int f = 0; f < dense.length; f++) {
            double value = x.dense()[f];
            dense[f] += denseVariance[f] * value * step;
            denseVariance[f] =
                    Math.min(FEATURE, denseVariance[f] * (1 - loss * value * value * denseVariance[f]) * FORGET);
        }
        for (int word : x.words()) {
            words[word] += wordVariance[word] * x.word() * step;
            wordVariance[word] =
                    Math.min(WORD, wordVariance[word] * (1 - loss * x.word() * x.word() * wordVariance[word]) * FORGET);
        }
    }

    /** What a feature adds to the log-odds. */
    double denseContribution(Encoded x, int feature) {
        return dense[feature] * x.dense()[feature];
    }

    /** What the i-th word adds to the log-odds. */
    double wordContribution(Encoded x, int i) {
        return words[x.words()[i]] * x.word();
    }

    /** The log-odds of a deployment of this job and environment that is like the mean. */
    double start(Encoded x) {
        return bias + scopes[x.scope()];
    }
}
