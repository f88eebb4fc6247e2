package io.jenkins.plugins.mlci.shared.model;

/**
 * Binary decision trees as flat arrays, one entry a node; all trees one after the other, each tree's root first.
 *
 * @param starts index of each tree's first node, and at the end the number of all nodes; trees + 1 entries
 * @param feature the feature that an inner node asks for; -1 for a leaf
 * @param threshold an inner node sends values {@code <=} this to the left; 0 for a leaf
 * @param left index of the left child, greater than the node's own and inside its tree; -1 for a leaf
 * @param right index of the right child, likewise
 * @param missingLeft whether a missing value goes left
 * @param value what a leaf adds to the score; 0 for an inner node
 * @param cover training weight that reached the node, more than 0
 */
public record TreeArrays(
        int[] starts,
        int[] feature,
        double[] threshold,
        int[] left,
        int[] right,
        boolean[] missingLeft,
        double[] value,
        double[] cover) {

    /** The number of trees. */
    public int trees() {
        return starts.length - 1;
    }

    /** The number of nodes of all trees. */
    public int nodes() {
        return feature.length;
    }
}
