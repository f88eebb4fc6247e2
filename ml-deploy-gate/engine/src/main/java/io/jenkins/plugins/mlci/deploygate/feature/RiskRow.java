package io.jenkins.plugins.mlci.deploygate.feature;

import java.util.List;

/**
 * What a model reads of one deployment.
 *
 * @param values one a {@link RiskFeature}, in its order; NaN when missing. Not copied
 * @param words the words of its title and its labels
 */
public record RiskRow(double[] values, List<String> words) {
    /** The value of a feature. */
    public double get(RiskFeature feature) {
        return values[feature.ordinal()];
    }
}
