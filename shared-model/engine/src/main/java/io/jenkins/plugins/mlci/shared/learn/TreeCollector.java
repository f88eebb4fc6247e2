package io.jenkins.plugins.mlci.shared.learn;

import io.jenkins.plugins.mlci.shared.model.TreeArrays;
import java.util.Arrays;

/** Gathers nodes of many trees into flat arrays. */
final class TreeCollector {
    private int[] starts = {0};
    private int[] feature = new int[1024];
    private double[] threshold = new double[1024];
    private int[] left = new int[1024];
    private int[] right = new int[1024];
    private boolean[] missingLeft = new boolean[1024];
    private double[] value = new double[1024];
    private double[] cover = new double[1024];
    private int size;

    /** Adds a leaf and says its index. */
    int addLeaf(double leafValue, double leafCover) {
        int node = next(leafCover);
        feature[node] = -1;
        left[node] = -1;
        right[node] = -1;
        value[node] = leafValue;
        return node;
    }

    /** Adds an inner node whose children follow, and says its index. */
    int addInner(int askedFeature, double splitThreshold, boolean missingGoesLeft, double nodeCover) {
        int node = next(nodeCover);
        feature[node] = askedFeature;
        threshold[node] = splitThreshold;
        missingLeft[node] = missingGoesLeft;
        return node;
    }

    /** Names the children of an inner node. */
    void link(int node, int leftChild, int rightChild) {
        left[node] = leftChild;
        right[node] = rightChild;
    }

    /** Ends the current tree. */
    void endTree() {
        starts = Arrays.copyOf(starts, starts.length + 1);
        starts[starts.length - 1] = size;
    }

    /** The number of ended trees. */
    int trees() {
        return starts.length - 1;
    }

    /** The first trees as arrays. */
    TreeArrays first(int trees) {
        int nodes = starts[trees];
        return new TreeArrays(
                Arrays.copyOf(starts, trees + 1),
                Arrays.copyOf(feature, nodes),
                Arrays.copyOf(threshold, nodes),
                Arrays.copyOf(left, nodes),
                Arrays.copyOf(right, nodes),
                Arrays.copyOf(missingLeft, nodes),
                Arrays.copyOf(value, nodes),
                Arrays.copyOf(cover, nodes));
    }

    private int next(double nodeCover) {
        if (size == feature.length) {
            int larger = size * 2;
            feature = Arrays.copyOf(feature, larger);
            threshold = Arrays.copyOf(threshold, larger);
            left = Arrays.copyOf(left, larger);
            right = Arrays.copyOf(right, larger);
            missingLeft = Arrays.copyOf(missingLeft, larger);
            value = Arrays.copyOf(value, larger);
            cover = Arrays.copyOf(cover, larger);
        }
        cover[size] = nodeCover;
        return size++;
    }
}
