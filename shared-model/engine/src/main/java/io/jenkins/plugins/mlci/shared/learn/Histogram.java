package io.jenkins.plugins.mlci.shared.learn;

/** Sums of derivatives and counts of rows by bin, feature by feature. */
final class Histogram {
    final double[][] sums;
    final int[][] counts;

    /** Empty sums; derivative sums come in pairs: gradient at 2 * bin, hessian after it. */
    Histogram(BinnedTable table) {
        sums = new double[table.features()][];
        counts = new int[table.features()][];
        for (int f = 0; f < sums.length; f++) {
            sums[f] = new double[2 * table.bins(f)];
            counts[f] = new int[table.bins(f)];
        }
    }

    /**
     * Sums one feature over some rows.
     *
     * @param derivatives gradient and hessian pairs in the order of the rows
     */
    void fill(int feature, byte[] column, int[] rows, int from, int to, double[] derivatives) {
        double[] sum = sums[feature];
        int[] count = counts[feature];
        java.util.Arrays.fill(sum, 0);
        java.util.Arrays.fill(count, 0);
        for (int i = from, d = 0; i < to; i++, d += 2) {
            int bin = column[rows[i]] & 0xff;
            sum[2 * bin] += derivatives[d];
            sum[2 * bin + 1] += derivatives[d + 1];
            count[bin]++;
        }
    }

    /** Makes one feature's sums those of the sibling: this was the parent, other is the child known. */
    void subtract(int feature, Histogram other) {
        double[] sum = sums[feature];
        double[] otherSum = other.sums[feature];
        for (int i = 0; i < sum.length; i++) {
            sum[i] -= otherSum[i];
        }
        int[] count = counts[feature];
        int[] otherCount = other.counts[feature];
        for (int i = 0; i < count.length; i++) {
            count[i] -= otherCount[i];
        }
    }
}
