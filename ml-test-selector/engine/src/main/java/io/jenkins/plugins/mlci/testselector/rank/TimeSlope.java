package io.jenkins.plugins.mlci.testselector.rank;

import io.jenkins.plugins.mlci.shared.model.StateReader;
import io.jenkins.plugins.mlci.shared.model.StateWriter;
import io.jenkins.plugins.mlci.testselector.feature.SelectionTable;

/**
 * How steeply probabilities rise when time is the budget. A ranker that is too sure of itself spends the time on a few slow
 * suspects; the flatter it is, the nearer the order comes to shortest first. The slope that would have ordered the recent
 * builds best is taken, each judged before it was learned from; the order by probability alone stays as it is.
 */
final class TimeSlope {
    private static final double[] SLOPES = {1, 0.75, 0.5, 0.3};
    private static final double CENTRE = -6;
    private static final double LEAST_JUDGED = 5;
    private static final double MEMORY = 0.97;
    private static final double MARGIN = 0.02;

    private final double[] quality = new double[SLOPES.length];
    private double judged;

    void write(StateWriter out) {
        out.reals(quality).real(judged);
    }

    void read(StateReader in) {
        System.arraycopy(in.reals(quality.length), 0, quality, 0, quality.length);
        judged = in.finite();
    }

    /** The same log-odds, flatter around those of a test without any evidence. */
    double[] apply(double[] logOdds) {
        return apply(logOdds, slope());
    }

    private double slope() {
        int best = 0;
        for (int i = 1; i < SLOPES.length; i++) {
            if (judged >= LEAST_JUDGED && quality[i] > quality[best] && quality[i] > quality[0] + MARGIN) {
                best = i;
            }
        }
        return SLOPES[best];
    }

    /** Takes in a build with failures: what each slope would have made of it. */
    void judge(SelectionTable table, double[] logOdds, boolean[] failed) {
        judged = 1 + MEMORY * judged;
        for (int i = 0; i < SLOPES.length; i++) {
            int[] order = Order.byProbabilityPerSecond(apply(logOdds, SLOPES[i]), table);
            quality[i] += (Earliness.inTime(order, failed, table) - quality[i]) / judged;
        }
    }

    private static double[] apply(double[] logOdds, double slope) {
        if (slope == 1) {
            return logOdds;
        }
        double[] flat = new double[logOdds.length];
        for (int row = 0; row < flat.length; row++) {
            flat[row] = CENTRE + slope * (logOdds[row] - CENTRE);
        }
        return flat;
    }
}
