package io.jenkins.plugins.mlci.shared.model;

/**
 * Exact Shapley values of trees for one row, where a feature that is not known follows the training rows' shares
 * (path-dependent TreeSHAP).
 *
 * <p>Source: S. Lundberg, G. Erion, S. Lee, Consistent individualized feature attribution for tree ensembles,
 * arXiv:1802.03888 (2018), algorithm 2. Time: trees * leaves * depth squared.
 */
final class TreeExplainer {
    private static final double LEAST_SHARE = 1e-12;

    private final TreeArrays trees;
    private final double[] row;
    private final double[] contributions;

    private TreeExplainer(TreeArrays trees, double[] row) {
        this.trees = trees;
        this.row = row;
        this.contributions = new double[row.length];
    }

    /** One contribution a feature, in the unit of the leaves' values. */
    static double[] explain(TreeArrays trees, double[] row) {
        TreeExplainer explainer = new TreeExplainer(trees, row);
        for (int tree = 0; tree < trees.trees(); tree++) {
            explainer.descend(trees.starts()[tree], new DecisionPath(), 1, 1, -1);
        }
        return explainer.contributions;
    }

    /** The mean of the leaves below the node, weighed by the training rows' shares. */
    static double expected(TreeArrays trees, int node) {
        if (trees.feature()[node] < 0) {
            return trees.value()[node];
        }
        double left = leftShare(trees, node);
        return left * expected(trees, trees.left()[node]) + (1 - left) * expected(trees, trees.right()[node]);
    }

    private static double leftShare(TreeArrays trees, int node) {
        double left = trees.cover()[trees.left()[node]];
        double right = trees.cover()[trees.right()[node]];
        // Halves first, so that no two finite covers overflow; never 0 or 1, since the paths divide by shares.
        double share = left / 2 / (left / 2 + right / 2);
        return Math.min(1 - LEAST_SHARE, Math.max(LEAST_SHARE, share));
    }

    private void descend(int node, DecisionPath above, double zeroShare, double oneShare, int feature) {
        DecisionPath path = above.extended(zeroShare, oneShare, feature);
        int asked = trees.feature()[node];
        if (asked < 0) {
            for (int i = 1; i < path.length(); i++) {
                double weight = path.sumWithout(i) * (path.one(i) - path.zero(i));
                contributions[path.feature(i)] += weight * trees.value()[node];
            }
            return;
        }
        double value = row[asked];
        boolean goesLeft = Double.isNaN(value) ? trees.missingLeft()[node] : value <= trees.threshold()[node];
        double leftShare = leftShare(trees, node);
        int hot = goesLeft ? trees.left()[node] : trees.right()[node];
        int cold = goesLeft ? trees.right()[node] : trees.left()[node];
        double hotShare = goesLeft ? leftShare : 1 - leftShare;
        double zeroBefore = 1;
        double oneBefore = 1;
        int earlier = path.indexOf(asked);
        if (earlier >= 0) {
            zeroBefore = path.zero(earlier);
            oneBefore = path.one(earlier);
            path = path.without(earlier);
        }
        descend(hot, path, zeroBefore * hotShare, oneBefore, asked);
        descend(cold, path, zeroBefore * (1 - hotShare), 0, asked);
    }
}
