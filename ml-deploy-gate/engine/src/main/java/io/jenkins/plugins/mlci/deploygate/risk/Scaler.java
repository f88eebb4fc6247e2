package io.jenkins.plugins.mlci.deploygate.risk;

import io.jenkins.plugins.mlci.deploygate.feature.RiskFeature;
import io.jenkins.plugins.mlci.shared.model.LinearTerm;
import java.util.List;

/**
 * Brings features to mean 0 and deviation 1 within a scope as far as it is known, and within the public deployments of the
 * prior until then. Values are cut at four deviations; a missing one becomes 0, the mean.
 */
final class Scaler {
    private static final double CUT = 4;
    /** How many deployments the public mean and deviation weigh. */
    private static final double STRENGTH = 200;

    private final int features = RiskFeature.values().length;
    private final double[] count = new double[features];
    private final double[] mean = new double[features];
    private final double[] squares = new double[features];

    /** @param terms one a feature, whose mean and scale are the start; null to start with mean 0 and scale 1 */
    Scaler(List<LinearTerm> terms) {
        for (int f = 0; f < features; f++) {
            double scale = terms == null ? 1 : terms.get(f).scale();
            count[f] = terms == null ? 5 : STRENGTH;
            mean[f] = terms == null ? 0 : terms.get(f).mean();
            squares[f] = count[f] * scale * scale;
        }
    }

    /** Takes a row into account. */
    void add(double[] row) {
        for (int f = 0; f < features; f++) {
            if (!Double.isNaN(row[f])) {
                count[f]++;
                double distance = row[f] - mean[f];
                mean[f] += distance / count[f];
                squares[f] += distance * (row[f] - mean[f]);
            }
        }
    }

    double[] scale(double[] row) {
        double[] scaled = new double[features];
        for (int f = 0; f < features; f++) {
            double deviation = Math.sqrt(squares[f] / count[f]) + 1e-6;
            double value = (row[f] - mean[f]) / deviation;
            scaled[f] = Double.isNaN(value) ? 0 : Math.max(-CUT, Math.min(CUT, value));
        }
        return scaled;
    }
}
