package io.jenkins.plugins.mlci.deploygate.strategy;

import io.jenkins.plugins.mlci.deploygate.policy.Verdict;
import io.jenkins.plugins.mlci.deploygate.risk.RiskEstimate;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Chooses how to roll out.
 *
 * @param soakShare a canary is watched until this share of failures would have shown, (0, 1)
 * @param longestSoak but never longer
 */
public record StrategyAdvisor(double soakShare, Duration longestSoak) {
    /** Half of the failures, at most a day. */
    public static final StrategyAdvisor DEFAULT = new StrategyAdvisor(0.5, Duration.ofDays(1));

    private static final double LEAST_SHARE = 0.01;
    private static final double MOST_SHARE = 0.25;

    /**
     * Share of a canary: small enough that a failure there costs, seen over all traffic, no more than this probability of a
     * full failure.
     */
    private static final double ACCEPTED = 0.01;

    private static final int STEPS = 4;

    public StrategyAdvisor {
        if (!(soakShare > 0 && soakShare < 1) || longestSoak.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalArgumentException("A soak needs a share between 0 and 1 and at least a minute.");
        }
    }

    /** The strategy for a deployment of this verdict and risk. */
    public Strategy advise(Verdict verdict, RiskEstimate risk, EnvironmentState state) {
        Optional<String> stopped = state.stopped();
        if (stopped.isPresent()) {
            return new Strategy.Wait(
                    "Stop the line: " + stopped.get() + " in this environment. What repairs that may pass.");
        }
        if (state.unverified().isPresent()) {
            String since = state.sinceLast().map(Durations::text).orElse("some time");
            String which = state.unverified().get();
            return new Strategy.Wait(
                    "The last deployment, " + (which.isEmpty() ? "of another job" : which) + ", started " + since
                            + " ago and nobody has said yet whether it is good. If this one fails too, the cause is"
                            + " harder to tell.");
        }
        if (verdict == Verdict.BLOCK) {
            return new Strategy.Wait("The verdict is to block.");
        }
        if (verdict == Verdict.CANARY || verdict == Verdict.APPROVE) {
            return canary(risk, state);
        }
        return risk.high() > 2 * risk.probability()
                        && risk.failures() == 0
                        && risk.source() == RiskEstimate.Source.PRIOR
                ? new Strategy.Rolling(
                        STEPS,
                        soak(state).dividedBy(STEPS),
                        "The risk is low, but little is known of this environment yet.")
                : new Strategy.AllAtOnce("The risk is low.");
    }

    private Strategy canary(RiskEstimate risk, EnvironmentState state) {
        double share = Math.max(LEAST_SHARE, Math.min(MOST_SHARE, ACCEPTED / Math.max(risk.probability(), 1e-6)));
        share = share >= 0.1 ? Math.round(share * 20) / 20.0 : Math.round(share * 100) / 100.0;
        Duration soak = soak(state);
        int seen = state.detection().sorted().size();
        String because = String.format(
                Locale.ROOT,
                "%.0f %% of failures show within %s, %s. While only this share sees it, it is expected to do no"
                        + " more harm than a deployment for all with a risk of %.1f %%.",
                100 * state.detection().knownAfter(soak),
                Durations.text(soak),
                seen == 0 ? "as usual elsewhere, since none was seen here" : "going by " + seen + " seen here",
                100 * share * risk.probability());
        return new Strategy.Canary(share, soak, because);
    }

    private Duration soak(EnvironmentState state) {
        Duration soak = state.detection().within(soakShare);
        return soak.compareTo(longestSoak) > 0 ? longestSoak : soak;
    }
}
