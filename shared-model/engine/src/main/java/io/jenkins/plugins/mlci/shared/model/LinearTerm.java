package io.jenkins.plugins.mlci.shared.model;

import io.jenkins.plugins.mlci.shared.feature.Clipper;

/**
 * What one feature adds to a linear score: {@code weight * (clip(x) - mean) / scale}, or {@code missingWeight} where x is
 * missing.
 *
 * @param clipper bounds learned in training
 * @param mean mean of the clipped known values in training
 * @param scale their standard deviation, more than 0
 * @param weight score for each standard deviation
 * @param missingWeight score when the value is missing
 * @param missingShare share of training rows where it was missing, in [0, 1]
 */
public record LinearTerm(
        Clipper clipper, double mean, double scale, double weight, double missingWeight, double missingShare) {
    public LinearTerm {
        boolean finite = Double.isFinite(mean) && Double.isFinite(weight) && Double.isFinite(missingWeight);
        if (!finite || !(scale > 0) || Double.isInfinite(scale) || !(missingShare >= 0 && missingShare <= 1)) {
            throw new ModelFormatException(
                    "A term of the linear model holds numbers that are not finite or out of range.");
        }
    }

    /** What this value adds to the score. */
    public double score(double value) {
        return Double.isNaN(value) ? missingWeight : weight * ((clipper.clip(value) - mean) / scale);
    }

    /** What it adds on average over the training rows. */
    public double expected() {
        return missingShare * missingWeight;
    }
}
