package io.jenkins.plugins.mlci.shared.learn;

/**
 * Finds the best split of a node by one feature from its histogram, with the missing values on either side.
 *
 * <p>Source: T. Chen, C. Guestrin, XGBoost: a scalable tree boosting system, KDD 2016, sections 2.2 and 3.4.
 */
final class SplitFinder {
    private static final double EPSILON = 1e-10;

    private final BoostingParameters parameters;
    private final int[] monotone;

    SplitFinder(BoostingParameters parameters, int[] monotone) {
        this.parameters = parameters;
        this.monotone = monotone;
    }

    /** The best split by this feature, or null when none is worth it. */
    Split find(Node node, int feature) {
        int[] counts = node.histogram.counts[feature];
        if (counts.length <= 2 && counts[0] == 0) {
            return null;
        }
        if (counts[0] == 0) {
            return scan(node, feature, false);
        }
        return Split.better(scan(node, feature, true), scan(node, feature, false));
    }

    private Split scan(Node node, int feature, boolean missingLeft) {
        double[] sums = node.histogram.sums[feature];
        int[] counts = node.histogram.counts[feature];
        double gradient = missingLeft ? sums[0] : 0;
        double hessian = missingLeft ? sums[1] : 0;
        int rows = missingLeft ? counts[0] : 0;
        double parent = score(node, node.gradient, node.hessian);
        double best = Math.max(parameters.minGain, EPSILON);
        int bestBin = -1;
        double bestGradient = 0;
        double bestHessian = 0;
        int minRows = parameters.minChildRows;
        for (int bin = 1; bin < counts.length - 1; bin++) {
            gradient += sums[2 * bin];
            hessian += sums[2 * bin + 1];
            rows += counts[bin];
            double rest = node.hessian - hessian;
            if (counts[bin] == 0 || rows < minRows || hessian < parameters.minChildWeight) {
                continue;
            }
            if (node.rows() - rows < minRows || rest < parameters.minChildWeight) {
                break;
            }
            double gain = gain(node, feature, gradient, hessian) - parent;
            if (gain > best) {
                best = gain;
                bestBin = bin;
                bestGradient = gradient;
                bestHessian = hessian;
            }
        }
        if (bestBin < 0) {
            return null;
        }
        // A feature never missing here may be missing later: then the way of the heavier side is the safer guess.
        boolean left = counts[0] == 0 ? bestHessian >= node.hessian - bestHessian : missingLeft;
        return new Split(best, feature, bestBin, left, bestGradient, bestHessian);
    }

    private double gain(Node node, int feature, double gradient, double hessian) {
        double otherGradient = node.gradient - gradient;
        double otherHessian = node.hessian - hessian;
        if (monotone[feature] != 0) {
            double left = value(node, gradient, hessian);
            double right = value(node, otherGradient, otherHessian);
            if (monotone[feature] * (right - left) < 0) {
                return Double.NEGATIVE_INFINITY;
            }
        }
        return score(node, gradient, hessian) + score(node, otherGradient, otherHessian);
    }

    private double value(Node node, double gradient, double hessian) {
        return Node.clamp(-gradient / (hessian + parameters.l2), node.least, node.greatest);
    }

    /** What rows gain by a common leaf, inside the node's bounds: -(2 G w + (H + l2) w^2). */
    private double score(Node node, double gradient, double hessian) {
        double curvature = hessian + parameters.l2;
        if (node.least == Double.NEGATIVE_INFINITY && node.greatest == Double.POSITIVE_INFINITY) {
            return gradient * gradient / curvature;
        }
        double value = value(node, gradient, hessian);
        return -(2 * gradient * value + curvature * value * value);
    }
}
