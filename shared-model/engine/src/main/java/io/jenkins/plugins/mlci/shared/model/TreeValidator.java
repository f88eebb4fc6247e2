package io.jenkins.plugins.mlci.shared.model;

/** Refuses tree arrays that could not be walked safely: every node is reached exactly once and every walk ends. */
final class TreeValidator {
    static final int MAX_DEPTH = 64;

    private final TreeArrays trees;
    private final int features;

    private TreeValidator(TreeArrays trees, int features) {
        this.trees = trees;
        this.features = features;
    }

    /** The depth of the deepest tree, edges counted. */
    static int check(TreeArrays trees, int features) {
        return new TreeValidator(trees, features).check();
    }

    private int check() {
        int nodes = trees.nodes();
        if (trees.threshold().length != nodes
                || trees.left().length != nodes
                || trees.right().length != nodes
                || trees.missingLeft().length != nodes
                || trees.value().length != nodes
                || trees.cover().length != nodes) {
            throw new ModelFormatException("The arrays of the model's trees differ in length.");
        }
        int[] starts = trees.starts();
        if (starts.length == 0 || starts[0] != 0 || starts[starts.length - 1] != nodes) {
            throw new ModelFormatException("The starts of the model's trees do not span its " + nodes + " nodes.");
        }
        int deepest = 0;
        int[] depth = new int[nodes];
        for (int tree = 0; tree < trees.trees(); tree++) {
            if (starts[tree + 1] <= starts[tree] || starts[tree + 1] > nodes) {
                throw new ModelFormatException("Tree " + tree + " of the model has no node.");
            }
            deepest = Math.max(deepest, checkTree(tree, depth));
        }
        return deepest;
    }

    private int checkTree(int tree, int[] depth) {
        int begin = trees.starts()[tree];
        int end = trees.starts()[tree + 1];
        boolean[] reached = new boolean[end - begin];
        reached[0] = true;
        int deepest = 0;
        for (int node = begin; node < end; node++) {
            if (!reached[node - begin]) {
                throw bad(node, "is not reached from its root");
            }
            if (!Double.isFinite(trees.threshold()[node]) || !Double.isFinite(trees.value()[node])) {
                throw bad(node, "has a threshold or a value that is not a finite number");
            }
            if (!(trees.cover()[node] > 0) || Double.isInfinite(trees.cover()[node])) {
                throw bad(node, "has a cover that is not a positive number");
            }
            int feature = trees.feature()[node];
            if (feature < -1 || feature >= features) {
                throw bad(node, "asks for feature " + feature + " of " + features);
            }
            if (feature >= 0) {
                reach(trees.left()[node], node, begin, end, reached);
                reach(trees.right()[node], node, begin, end, reached);
                int below = depth[node] + 1;
                if (below > MAX_DEPTH) {
                    throw bad(node, "lies deeper than " + MAX_DEPTH + " levels");
                }
                depth[trees.left()[node]] = below;
                depth[trees.right()[node]] = below;
                deepest = Math.max(deepest, below);
            }
        }
        return deepest;
    }

    private static void reach(int child, int node, int begin, int end, boolean[] reached) {
        if (child <= node || child >= end) {
            throw bad(node, "has the child " + child + ", which is not a later node of its tree");
        }
        if (reached[child - begin]) {
            throw bad(node, "shares the child " + child + " with another node");
        }
        reached[child - begin] = true;
    }

    private static ModelFormatException bad(int node, String what) {
        return new ModelFormatException("Node " + node + " of the model's trees " + what + ".");
    }
}
