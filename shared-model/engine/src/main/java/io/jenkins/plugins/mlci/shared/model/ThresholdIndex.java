package io.jenkins.plugins.mlci.shared.model;

import java.util.Arrays;

/**
 * Says how many of the thresholds of a feature are less than a value, without a branch that depends on data. The range of the
 * thresholds is cut into cells of equal width, four for each threshold. The cell of a value tells how many thresholds lie before
 * that cell; as many steps of a binary search as the fullest cell needs find the rest. A cell's number rises with the value, also
 * when rounding is coarse, so that the answer is exact whatever the thresholds are; only the number of steps depends on them.
 */
final class ThresholdIndex {
    private static final int CELLS_A_THRESHOLD = 4;

    /** Rising, then so many infinities that a search never leaves the array. */
    private final double[] rising;

    private final int[] before;
    private final double lowest;
    private final double cellsAUnit;
    private final int lastCell;
    private final int firstStep;

    /**
     * An index.
     *
     * @param thresholds finite, distinct, rising
     */
    ThresholdIndex(double[] thresholds) {
        int count = thresholds.length;
        lastCell = CELLS_A_THRESHOLD * count;
        lowest = count == 0 ? 0 : thresholds[0];
        cellsAUnit = count == 0 ? 0 : lastCell / (thresholds[count - 1] - lowest);
        before = new int[lastCell + 2];
        for (double threshold : thresholds) {
            before[cell(threshold) + 1]++;
        }
        int fullest = Arrays.stream(before).max().orElse(0);
        for (int cell = 1; cell < before.length; cell++) {
            before[cell] += before[cell - 1];
        }
        firstStep = Integer.highestOneBit(fullest);
        rising = Arrays.copyOf(thresholds, count + 2 * firstStep);
        Arrays.fill(rising, count, rising.length, Double.POSITIVE_INFINITY);
    }

    /** A value that is no number falls into the first cell. */
    private int cell(double value) {
        return Math.min(lastCell, Math.max(0, (int) ((value - lowest) * cellsAUnit)));
    }

    /**
     * How many thresholds are less than each of some values.
     *
     * @param values finite; what comes out for a value that is no number means nothing
     * @param from the first of them
     * @param below where the numbers go
     * @param at where the first of them goes
     */
    void below(double[] values, int from, int count, int[] below, int at) {
        if (lastCell == CELLS_A_THRESHOLD) {
            // One threshold needs no search, and every flag has one.
            for (int i = 0; i < count; i++) {
                below[at + i] = (int) (Double.doubleToRawLongBits(lowest - values[from + i]) >>> 63);
            }
            return;
        }
        for (int i = 0; i < count; i++) {
            double value = values[from + i];
            int position = before[cell(value)];
            for (int step = firstStep; step > 0; step >>= 1) {
                // The sign bit of a difference of finite doubles is set exactly when the first is less.
                long less = Double.doubleToRawLongBits(rising[position + step - 1] - value) >>> 63;
                position += step & -(int) less;
            }
            below[at + i] = position;
        }
    }
}
