package io.jenkins.plugins.mlci.shared.learn;

/**
 * A way to part a node's rows.
 *
 * @param gain by how much it lowers the loss (twice, as is usual)
 * @param feature asked for
 * @param bin bins 1 to this go left
 * @param missingLeft whether missing values go left
 * @param leftGradient sum over the rows that go left
 * @param leftHessian sum over the rows that go left
 */
record Split(double gain, int feature, int bin, boolean missingLeft, double leftGradient, double leftHessian) {
    /** More gain first; the earlier feature at a tie, so that chance in threads decides nothing. */
    static Split better(Split a, Split b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return b.gain > a.gain ? b : a;
    }
}
