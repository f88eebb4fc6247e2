package io.jenkins.plugins.mlci.shared.learn;

import smile.base.cart.DecisionNode;
import smile.base.cart.InternalNode;
import smile.base.cart.Node;
import smile.data.Tuple;
import smile.data.type.StructType;

/**
 * Copies Smile's trees into flat arrays. Smile keeps the threshold of a node to itself, so it is found by asking the node:
 * a binary search over the ordered bits of a double takes at most 64 questions and is exact.
 */
final class SmileTrees {
    private final StructType schema;
    private final double[] stands;
    private final TreeCollector collector;

    /**
     * A copier.
     *
     * @param schema the predictors as Smile sees them
     * @param stands for each feature the value that stood for a missing one, less than all others
     */
    SmileTrees(StructType schema, double[] stands, TreeCollector collector) {
        this.schema = schema;
        this.stands = stands;
        this.collector = collector;
    }

    /** Copies one tree; its leaves hold the share of positives times the tree's share of the forest. */
    void add(Node root, double share) {
        copy(root, share);
        collector.endTree();
    }

    private int copy(Node node, double share) {
        if (node instanceof DecisionNode leaf) {
            double[] posterior = new double[2];
            leaf.posteriori(posterior);
            return collector.addLeaf(share * posterior[1], Math.max(leaf.size(), 1));
        }
        if (!(node instanceof InternalNode inner)) {
            throw new IllegalStateException("Smile grew a kind of node that is not known: " + node.getClass());
        }
        double threshold = threshold(inner);
        boolean missingLeft = stands[inner.feature()] <= threshold;
        int index = collector.addInner(inner.feature(), threshold, missingLeft, Math.max(inner.size(), 1));
        int left = copy(inner.trueChild(), share);
        int right = copy(inner.falseChild(), share);
        collector.link(index, left, right);
        return index;
    }

    /** The greatest value that the node sends to its true child. */
    private double threshold(InternalNode node) {
        double[] probe = new double[schema.length()];
        long low = ordered(-Double.MAX_VALUE);
        long high = ordered(Double.MAX_VALUE);
        while (low < high) {
            // Halves first: the range is wider than a long.
            long middle = (low >> 1) + (high >> 1) + (low & high & 1);
            middle = middle == low ? high : middle;
            probe[node.feature()] = value(middle);
            if (node.branch(Tuple.of(probe, schema))) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return value(low) + 0.0;
    }

    /** Bits whose order as a number is the order of the doubles. */
    private static long ordered(double value) {
        long bits = Double.doubleToLongBits(value);
        return bits ^ bits >> 63 & Long.MAX_VALUE;
    }

    private static double value(long ordered) {
        return Double.longBitsToDouble(ordered ^ ordered >> 63 & Long.MAX_VALUE);
    }
}
