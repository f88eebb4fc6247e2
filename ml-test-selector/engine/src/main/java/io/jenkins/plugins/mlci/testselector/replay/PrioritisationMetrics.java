package io.jenkins.plugins.mlci.testselector.replay;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How early an order finds the failures of one cycle.
 *
 * <p>With n tests, m failing ones at positions TF_i (from 1) and durations t: APFD = 1 - sum TF_i / (n m) + 1 / (2 n)
 * (Rothermel et al.); APFDc = sum_i (sum_{j >= TF_i} t_j - t_TFi / 2) / (m sum t) (Elbaum et al.); NAPFD = p - sum TF_i / (n m)
 * + p / (2 n) over the failures found within half of the time, p their share (Qu et al.). {@code keptTime} and
 * {@code keptCount}: share of the failing tests that end within a share of the time, or stand within a share of the tests;
 * {@code foundTime}: whether at least one does.
 */
public record PrioritisationMetrics(
        double apfd, double apfdc, double napfd50, double[] keptTime, double[] keptCount, double[] foundTime) {
    /** The budgets, as shares. */
    private static final double[] BUDGETS = {0.10, 0.20, 1.0 / 3, 0.50};

    private static final double ROUNDING = 1e-9;

    /** The four budgets, as shares. */
    public static double[] budgets() {
        return BUDGETS.clone();
    }

    /**
     * Judges an order.
     *
     * @param order row indices, first to run first
     * @param failed which rows failed and count
     * @param seconds real durations; unknown ones count as 0
     * @return the figures; all NaN when nothing failed, those of time NaN when no duration is known
     */
    public static PrioritisationMetrics of(int[] order, boolean[] failed, double[] seconds) {
        int n = order.length;
        double total = 0;
        int failures = 0;
        for (int row : order) {
            total += known(seconds[row]);
            failures += failed[row] ? 1 : 0;
        }
        double[] keptTime = new double[BUDGETS.length];
        double[] keptCount = new double[BUDGETS.length];
        double[] foundTime = new double[BUDGETS.length];
        double positions = 0;
        double cost = 0;
        double early = 0;
        int earlyFound = 0;
        double before = 0;
        for (int position = 1; position <= n; position++) {
            int row = order[position - 1];
            double duration = known(seconds[row]);
            if (failed[row]) {
                positions += position;
                cost += total - before - duration / 2;
                double end = (before + duration) / total;
                for (int b = 0; b < BUDGETS.length; b++) {
                    keptTime[b] += end <= BUDGETS[b] + ROUNDING ? 1.0 / failures : 0;
                    keptCount[b] += (double) position / n <= BUDGETS[b] + ROUNDING ? 1.0 / failures : 0;
                    foundTime[b] = end <= BUDGETS[b] + ROUNDING ? 1 : foundTime[b];
                }
                if (end <= 0.5 + ROUNDING) {
                    early += position;
                    earlyFound++;
                }
            }
            before += duration;
        }
        double pairs = (double) n * failures;
        double share = (double) earlyFound / failures;
        double apfd = 1 - positions / pairs + 1.0 / (2 * n);
        if (failures == 0) {
            apfd = Double.NaN;
        }
        if (failures == 0 || total <= 0) {
            double[] none = {Double.NaN, Double.NaN, Double.NaN, Double.NaN};
            return new PrioritisationMetrics(
                    apfd, Double.NaN, Double.NaN, none, failures == 0 ? none : keptCount, none);
        }
        return new PrioritisationMetrics(
                apfd,
                cost / (failures * total),
                share - early / pairs + share / (2 * n),
                keptTime,
                keptCount,
                foundTime);
    }

    private static double known(double seconds) {
        return Double.isNaN(seconds) ? 0 : seconds;
    }

    /** All figures in one array: apfd, apfdc, napfd50, kept time, kept count, found time at the four budgets. */
    public double[] toArray() {
        double[] all = new double[3 + 3 * BUDGETS.length];
        all[0] = apfd;
        all[1] = apfdc;
        all[2] = napfd50;
        System.arraycopy(keptTime, 0, all, 3, BUDGETS.length);
        System.arraycopy(keptCount, 0, all, 3 + BUDGETS.length, BUDGETS.length);
        System.arraycopy(foundTime, 0, all, 3 + 2 * BUDGETS.length, BUDGETS.length);
        return all;
    }

    /** The same array as figures with names: {@code apfd}, {@code apfdc}, {@code napfd50}, {@code kept_time_10} and so on. */
    static Map<String, Double> named(double[] all) {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("apfd", all[0]);
        figures.put("apfdc", all[1]);
        figures.put("napfd50", all[2]);
        String[] kinds = {"kept_time_", "kept_count_", "found_time_"};
        for (int kind = 0; kind < kinds.length; kind++) {
            for (int b = 0; b < BUDGETS.length; b++) {
                figures.put(kinds[kind] + (int) (100 * BUDGETS[b]), all[3 + kind * BUDGETS.length + b]);
            }
        }
        return figures;
    }
}
