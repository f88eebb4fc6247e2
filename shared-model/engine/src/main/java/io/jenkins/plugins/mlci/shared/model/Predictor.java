package io.jenkins.plugins.mlci.shared.model;

import io.jenkins.plugins.mlci.shared.feature.FeatureTable;

/** The part of a model that was learned: features in, one raw score a row out. */
public sealed interface Predictor permits TreeEnsemble, LinearPredictor {
    /** The number of features that it reads. */
    int features();

    /** The raw score of every row, in row order; its scale is that of {@link #link()}. */
    double[] score(FeatureTable table);

    /** What the raw score means. */
    Link link();

    /**
     * How much each feature moved the raw score of one row away from {@link #expectedScore()}. The contributions and the
     * expected score add up to the row's raw score.
     *
     * @param row one value a feature, NaN where missing
     * @return one contribution a feature, on the scale of the raw score
     */
    double[] contributions(double[] row);

    /** The mean raw score over the training rows, as far as the model remembers them. */
    double expectedScore();
}
