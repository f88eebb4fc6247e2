package io.jenkins.plugins.mlci.plugin.deploygate.chart;

import java.util.stream.DoubleStream;

/** Where an axis ends: at a round number, so that its ticks are round too. */
final class Scale {
    private static final double[] ROUND = {1, 2, 2.5, 5, 10};

    private Scale() {}

    /** The smallest round number that is not below any of these; numbers that are not finite do not count, {@code least} when none does. */
    static double end(double least, DoubleStream values) {
        double most = Math.max(least, values.filter(Double::isFinite).max().orElse(least));
        double power = Math.pow(10, Math.floor(Math.log10(most)));
        for (double round : ROUND) {
            if (round * power >= most * (1 - 1e-9)) {
                return round * power;
            }
        }
        return most;
    }
}
