package io.jenkins.plugins.mlci.shared.model;

/** Probabilities and their log-odds, kept finite at 0 and 1. */
public final class LogOdds {
    private static final double LEAST = 1e-15;

    private LogOdds() {}

    /** {@code ln(p / (1 - p))}, with p held within 1e-15 of the ends. */
    public static double of(double probability) {
        double p = Math.min(1 - LEAST, Math.max(LEAST, probability));
        return Math.log(p) - Math.log1p(-p);
    }

    /** {@code 1 / (1 + exp(-logOdds))}. */
    public static double probability(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }
}
