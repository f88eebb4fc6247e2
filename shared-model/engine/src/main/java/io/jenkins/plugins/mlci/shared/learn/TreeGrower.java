package io.jenkins.plugins.mlci.shared.learn;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.PriorityQueue;

/**
 * Grows one tree, best split first, on binned rows. Only the smaller child of a split is summed; its sibling is the
 * parent less that. Features are summed side by side, each in row order, so that threads never change a sum.
 */
final class TreeGrower {
    private static final long PARALLEL_FROM = 200_000;

    private final BinnedTable table;
    private final BoostingParameters parameters;
    private final TrainingContext context;
    private final SplitFinder finder;
    private final int[] monotone;
    private final Deque<Histogram> spare = new ArrayDeque<>();
    private final int[] order;
    private final int[] buffer;
    private final double[] derivatives;
    private int[] features;
    private double[] gradients;
    private double[] hessians;
    private int numbered;

    TreeGrower(BinnedTable table, BoostingParameters parameters, int[] monotone, TrainingContext context) {
        this.table = table;
        this.parameters = parameters;
        this.context = context;
        this.monotone = monotone;
        this.finder = new SplitFinder(parameters, monotone);
        this.order = new int[table.rows()];
        this.buffer = new int[table.rows()];
        this.derivatives = new double[2 * table.rows()];
    }

    /**
     * Grows a tree from some rows.
     *
     * @param rows rising row numbers
     * @param chosen features that may be asked for
     * @return its root; the rows of each leaf are a range of {@link #order()} until the next tree is grown
     */
    Node grow(int[] rows, int[] chosen, double[] rowGradients, double[] rowHessians) {
        System.arraycopy(rows, 0, order, 0, rows.length);
        features = chosen;
        gradients = rowGradients;
        hessians = rowHessians;
        numbered = 0;
        Node root = root(rows.length);
        fill(root);
        findSplit(root);
        PriorityQueue<Node> open = new PriorityQueue<>(
                Comparator.<Node>comparingDouble(node -> -node.split.gain()).thenComparingInt(node -> node.index));
        offer(open, root);
        for (int leaves = 1; leaves < parameters.maxLeaves && !open.isEmpty(); leaves++) {
            context.check();
            Node node = open.poll();
            part(node);
            offer(open, node.left);
            offer(open, node.right);
        }
        open.forEach(this::release);
        return root;
    }

    /** The row order that node ranges refer to. */
    int[] order() {
        return order;
    }

    private Node root(int rows) {
        double gradient = 0;
        double hessian = 0;
        for (int i = 0; i < rows; i++) {
            gradient += gradients[order[i]];
            hessian += hessians[order[i]];
        }
        Node root = new Node(0, 0, rows, gradient, hessian, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        root.index = numbered++;
        return root;
    }

    private void offer(PriorityQueue<Node> open, Node node) {
        if (node.split == null) {
            release(node);
        } else {
            open.add(node);
        }
    }

    private void release(Node node) {
        if (node.histogram != null) {
            spare.push(node.histogram);
            node.histogram = null;
        }
    }

    private void part(Node node) {
        int middle = partition(node);
        makeChildren(node, middle);
        Node small = node.left.rows() <= node.right.rows() ? node.left : node.right;
        Node large = small == node.left ? node.right : node.left;
        boolean last = node.depth + 1 >= parameters.maxDepth;
        if (last) {
            release(node);
            return;
        }
        fill(small);
        large.histogram = node.histogram;
        node.histogram = null;
        Histogram known = small.histogram;
        Histogram rest = large.histogram;
        for (int feature : features) {
            rest.subtract(feature, known);
        }
        findSplit(small);
        findSplit(large);
    }

    /** Moves the rows that go left before the others, both still rising. */
    private int partition(Node node) {
        Split split = node.split;
        byte[] column = table.column(split.feature());
        int left = node.from;
        int right = 0;
        for (int i = node.from; i < node.to; i++) {
            int row = order[i];
            int bin = column[row] & 0xff;
            if (bin == 0 ? split.missingLeft() : bin <= split.bin()) {
                order[left++] = row;
            } else {
                buffer[right++] = row;
            }
        }
        System.arraycopy(buffer, 0, order, left, right);
        return left;
    }

    private void makeChildren(Node node, int middle) {
        Split split = node.split;
        double rightGradient = node.gradient - split.leftGradient();
        double rightHessian = node.hessian - split.leftHessian();
        double leftLeast = node.least;
        double leftGreatest = node.greatest;
        double rightLeast = node.least;
        double rightGreatest = node.greatest;
        int direction = monotone[split.feature()];
        if (direction != 0) {
            double left = Node.clamp(
                    -split.leftGradient() / (split.leftHessian() + parameters.l2), node.least, node.greatest);
            double right = Node.clamp(-rightGradient / (rightHessian + parameters.l2), node.least, node.greatest);
            double border = (left + right) / 2;
            leftGreatest = direction > 0 ? border : leftGreatest;
            rightLeast = direction > 0 ? border : rightLeast;
            leftLeast = direction < 0 ? border : leftLeast;
            rightGreatest = direction < 0 ? border : rightGreatest;
        }
        int depth = node.depth + 1;
        node.left =
                new Node(depth, node.from, middle, split.leftGradient(), split.leftHessian(), leftLeast, leftGreatest);
        node.right = new Node(depth, middle, node.to, rightGradient, rightHessian, rightLeast, rightGreatest);
        node.left.index = numbered++;
        node.right.index = numbered++;
    }

    private void fill(Node node) {
        node.histogram = spare.isEmpty() ? new Histogram(table) : spare.pop();
        for (int i = node.from, d = 0; i < node.to; i++, d += 2) {
            derivatives[d] = gradients[order[i]];
            derivatives[d + 1] = hessians[order[i]];
        }
        boolean worthIt = (long) node.rows() * features.length >= PARALLEL_FROM;
        context.forEach(features.length, worthIt, i -> {
            int feature = features[i];
            node.histogram.fill(feature, table.column(feature), order, node.from, node.to, derivatives);
        });
    }

    private void findSplit(Node node) {
        if (node.depth >= parameters.maxDepth || node.rows() < 2 * parameters.minChildRows) {
            return;
        }
        for (int feature : features) {
            node.split = Split.better(node.split, finder.find(node, feature));
        }
    }
}
