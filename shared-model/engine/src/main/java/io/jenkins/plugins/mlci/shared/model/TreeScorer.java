package io.jenkins.plugins.mlci.shared.model;

import io.jenkins.plugins.mlci.shared.feature.FeatureTable;
import java.util.Arrays;

/**
 * Scores batches without a branch that depends on data. Values become small integer codes once a block of rows; a node is
 * three integers (start of the column of codes, code of the threshold, first child) and siblings lie side by side, so that the
 * next node is {@code child + (threshold - code < 0 ? 1 : 0)}, computed from the sign bit. A leaf is its own child.
 * Missing values take the code that sends them the node's way: features asked both ways have two columns.
 */
final class TreeScorer {
    private static final int BLOCK = 128;
    private static final int MISSING_LEFT = -1;
    private static final int MISSING_RIGHT = 1 << 30;
    private static final int NODE = 3;

    private final ThresholdIndex[] thresholds;
    /** Where the codes of a feature begin in those of a block, -1 when no node asks for them. */
    private final int[] columnWhenLeft;

    private final int[] columnWhenRight;
    private final int codesOfABlock;
    private final int[] roots;
    private final int[] depths;
    private final int[] nodes;
    private final double[] values;

    TreeScorer(int features, TreeArrays trees) {
        Thresholds ranks = new Thresholds(features, trees);
        thresholds = new ThresholdIndex[features];
        for (int f = 0; f < features; f++) {
            thresholds[f] = ranks.index(f);
        }
        columnWhenLeft = new int[features];
        columnWhenRight = new int[features];
        Arrays.fill(columnWhenLeft, -1);
        Arrays.fill(columnWhenRight, -1);
        codesOfABlock = assignColumns(trees);
        roots = Arrays.copyOf(trees.starts(), trees.trees());
        depths = new int[trees.trees()];
        nodes = new int[NODE * trees.nodes()];
        values = new double[trees.nodes()];
        for (int tree = 0; tree < roots.length; tree++) {
            layOut(trees, tree, ranks);
        }
    }

    private int assignColumns(TreeArrays trees) {
        int next = 0;
        for (int node = 0; node < trees.nodes(); node++) {
            int feature = trees.feature()[node];
            if (feature >= 0) {
                int[] side = trees.missingLeft()[node] ? columnWhenLeft : columnWhenRight;
                if (side[feature] < 0) {
                    side[feature] = next;
                    next += BLOCK;
                }
            }
        }
        return next;
    }

    /** Numbers the nodes of one tree level by level, so that siblings are neighbours. */
    private void layOut(TreeArrays trees, int tree, Thresholds ranks) {
        int begin = trees.starts()[tree];
        int[] queue = new int[trees.starts()[tree + 1] - begin];
        int[] depth = new int[queue.length];
        queue[0] = begin;
        int filled = 1;
        for (int i = 0; i < filled; i++) {
            int from = queue[i];
            int at = NODE * (begin + i);
            int feature = trees.feature()[from];
            values[begin + i] = trees.value()[from];
            if (feature < 0) {
                nodes[at + 1] = MISSING_RIGHT;
                nodes[at + 2] = begin + i;
                continue;
            }
            nodes[at] = (trees.missingLeft()[from] ? columnWhenLeft : columnWhenRight)[feature];
            nodes[at + 1] = ranks.rank(feature, trees.threshold()[from]);
            nodes[at + 2] = begin + filled;
            depth[filled] = depth[i] + 1;
            queue[filled++] = trees.left()[from];
            depth[filled] = depth[i] + 1;
            queue[filled++] = trees.right()[from];
            depths[tree] = Math.max(depths[tree], depth[i] + 1);
        }
    }

    /** Adds the sum of all trees to the score of each row, always in the order of the trees. */
    void addTo(FeatureTable table, double[] scores) {
        int[] codes = new int[Math.max(BLOCK, codesOfABlock)];
        for (int from = 0; from < scores.length; from += BLOCK) {
            int rows = Math.min(BLOCK, scores.length - from);
            encode(table, from, rows, codes);
            for (int tree = 0; tree < roots.length; tree++) {
                walk(roots[tree], depths[tree], codes, rows, scores, from);
            }
        }
    }

    private void encode(FeatureTable table, int from, int rows, int[] codes) {
        for (int f = 0; f < columnWhenLeft.length; f++) {
            int left = columnWhenLeft[f];
            int right = columnWhenRight[f];
            if (left < 0 && right < 0) {
                continue;
            }
            double[] column = table.column(f);
            int first = left >= 0 ? left : right;
            thresholds[f].below(column, from, rows, codes, first);
            if (left >= 0 && right >= 0) {
                System.arraycopy(codes, left, codes, right, rows);
            }
            for (int row = 0; row < rows; row++) {
                if (Double.isNaN(column[from + row])) {
                    miss(codes, row, left, right);
                }
            }
        }
    }

    private static void miss(int[] codes, int row, int left, int right) {
        if (left >= 0) {
            codes[left + row] = MISSING_LEFT;
        }
        if (right >= 0) {
            codes[right + row] = MISSING_RIGHT;
        }
    }

    private void walk(int root, int depth, int[] codes, int rows, double[] scores, int from) {
        int row = 0;
        for (; row + 3 < rows; row += 4) {
            int a = root;
            int b = root;
            int c = root;
            int d = root;
            for (int level = 0; level < depth; level++) {
                a = step(a, codes, row);
                b = step(b, codes, row + 1);
                c = step(c, codes, row + 2);
                d = step(d, codes, row + 3);
            }
            scores[from + row] += values[a];
            scores[from + row + 1] += values[b];
            scores[from + row + 2] += values[c];
            scores[from + row + 3] += values[d];
        }
        for (; row < rows; row++) {
            int node = root;
            for (int level = 0; level < depth; level++) {
                node = step(node, codes, row);
            }
            scores[from + row] += values[node];
        }
    }

    private int step(int node, int[] codes, int row) {
        int start = NODE * node;
        return nodes[start + 2] + ((nodes[start + 1] - codes[nodes[start] + row]) >>> 31);
    }
}
