package io.jenkins.plugins.mlci.shared.model;

import io.jenkins.plugins.mlci.shared.feature.FeatureTable;
import java.util.Arrays;
import java.util.Objects;

/** A sum of decision trees: boosting on the log-odds scale, or a forest whose leaves hold their share of the mean. */
public final class TreeEnsemble implements Predictor {
    private final int features;
    private final Link link;
    private final double base;
    private final TreeArrays trees;
    private final int depth;
    private final TreeScorer scorer;
    private final double expected;

    /**
     * Checks the trees and prepares them for scoring.
     *
     * @param features the number of features of the schema
     * @param base added to the sum of the trees
     * @throws ModelFormatException when the trees cannot be walked safely
     */
    public TreeEnsemble(int features, Link link, double base, TreeArrays trees) {
        if (features < 1 || !Double.isFinite(base)) {
            throw new ModelFormatException("A tree model needs at least one feature and a finite base score.");
        }
        this.features = features;
        this.link = Objects.requireNonNull(link, "link");
        this.base = base;
        this.trees = trees;
        this.depth = TreeValidator.check(trees, features);
        this.scorer = new TreeScorer(features, trees);
        double sum = base;
        for (int tree = 0; tree < trees.trees(); tree++) {
            sum += TreeExplainer.expected(trees, trees.starts()[tree]);
        }
        this.expected = sum;
    }

    @Override
    public int features() {
        return features;
    }

    @Override
    public Link link() {
        return link;
    }

    /** The score before any tree. */
    public double base() {
        return base;
    }

    /** The trees themselves: to be read only. */
    public TreeArrays trees() {
        return trees;
    }

    /** The number of questions on the longest way through a tree. */
    public int depth() {
        return depth;
    }

    @Override
    public double[] score(FeatureTable table) {
        double[] scores = new double[table.rows()];
        Arrays.fill(scores, base);
        scorer.addTo(table, scores);
        return scores;
    }

    /** The raw score of one row, walked node by node: for single rows and as the plain form of the batch scorer. */
    public double score(double[] row) {
        double sum = base;
        for (int tree = 0; tree < trees.trees(); tree++) {
            sum += trees.value()[leaf(tree, row)];
        }
        return sum;
    }

    @Override
    public double[] contributions(double[] row) {
        if (row.length != features) {
            throw new IllegalArgumentException("The row has " + row.length + " values, not " + features + ".");
        }
        return TreeExplainer.explain(trees, row);
    }

    @Override
    public double expectedScore() {
        return expected;
    }

    private int leaf(int tree, double[] row) {
        int node = trees.starts()[tree];
        while (trees.feature()[node] >= 0) {
            double value = row[trees.feature()[node]];
            boolean goesLeft = Double.isNaN(value) ? trees.missingLeft()[node] : value <= trees.threshold()[node];
            node = goesLeft ? trees.left()[node] : trees.right()[node];
        }
        return node;
    }
}
