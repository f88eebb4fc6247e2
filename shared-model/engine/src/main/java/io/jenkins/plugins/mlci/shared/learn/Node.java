package io.jenkins.plugins.mlci.shared.learn;

/** A node of a tree that grows: its rows are a range of the grower's row order. */
final class Node {
    final int depth;
    final int from;
    final int to;
    final double gradient;
    final double hessian;
    /** Least and greatest value that monotone splits above allow its leaves. */
    final double least;

    final double greatest;
    Histogram histogram;
    Split split;
    Node left;
    Node right;
    /** Its place in the finished arrays. */
    int index;

    Node(int depth, int from, int to, double gradient, double hessian, double least, double greatest) {
        this.depth = depth;
        this.from = from;
        this.to = to;
        this.gradient = gradient;
        this.hessian = hessian;
        this.least = least;
        this.greatest = greatest;
    }

    int rows() {
        return to - from;
    }

    boolean isLeaf() {
        return left == null;
    }

    /** The Newton step of its rows, inside the bounds. */
    double value(double l2) {
        return clamp(-gradient / (hessian + l2), least, greatest);
    }

    static double clamp(double value, double least, double greatest) {
        return Math.max(least, Math.min(greatest, value));
    }
}
