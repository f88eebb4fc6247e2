package io.jenkins.plugins.mlci.shared.model;

import io.jenkins.plugins.mlci.shared.feature.FeatureTable;

/** The part of a model that was learned: features in, one raw score a row out. */
public sealed interface Predictor permits TreeEnsemble {
    /** The number of features that it reads. */
    int features();

    /** The raw score of every row, in row order; its scale is that of {@link #link()}. */
    double[] score(FeatureTable table);

    /** What the raw score means. */
    Link link();
}
