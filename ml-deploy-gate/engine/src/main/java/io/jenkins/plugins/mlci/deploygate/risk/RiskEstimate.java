package io.jenkins.plugins.mlci.deploygate.risk;

import java.util.List;

/**
 * How likely a deployment is to fail, and why.
 *
 * <p>The contributions are exact: {@code ln(usual / (1 - usual))} and all {@link Contribution#logOdds} add up to
 * {@code ln(probability / (1 - probability))}.
 *
 * @param probability calibrated probability that it fails, between 0 and 1
 * @param low lower end of the interval, at most the probability
 * @param high upper end of the interval, at least the probability
 * @param level what share of such intervals is meant to hold the true probability, for example 0.9
 * @param usual the probability of a deployment about which nothing special is known
 * @param contributions what moves it away from the usual, the strongest first
 * @param deployments deployments with a known outcome that were learned from in this scope
 * @param failures failed ones among them
 * @param source what the estimate rests on: {@link Source#PRIOR} until enough is known
 */
public record RiskEstimate(
        double probability,
        double low,
        double high,
        double level,
        double usual,
        List<Contribution> contributions,
        long deployments,
        long failures,
        Source source) {
    /** What an estimate rests on. */
    public enum Source {
        /** The model that ships, trained on public deployments; nothing of this scope is known. */
        PRIOR,
        /** The prior and some outcomes of this scope. */
        MIXED,
        /** Mostly the outcomes of this scope. */
        LEARNED
    }

    /**
     * A probability and its interval alone.
     *
     * @param probability between 0 and 1
     * @param low lower end
     * @param high upper end
     */
    public record Range(double probability, double low, double high) {}

    public RiskEstimate {
        contributions = List.copyOf(contributions);
        if (!(low >= 0 && low <= probability && probability <= high && high <= 1)) {
            throw new IllegalArgumentException(
                    "An interval must hold its probability: " + low + ", " + probability + ", " + high + ".");
        }
    }
}
