package io.jenkins.plugins.mlci.deploygate.gate;

import io.jenkins.plugins.mlci.deploygate.delivery.PredictionDrift;
import io.jenkins.plugins.mlci.deploygate.policy.RiskThresholds;
import io.jenkins.plugins.mlci.deploygate.policy.TrackRecord;
import io.jenkins.plugins.mlci.deploygate.policy.Verdict;
import io.jenkins.plugins.mlci.deploygate.risk.RiskEstimate;
import io.jenkins.plugins.mlci.deploygate.strategy.Advice;
import io.jenkins.plugins.mlci.deploygate.strategy.Strategy;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the gate says of one deployment.
 *
 * @param deployment its id
 * @param environment where to
 * @param taken when it was assessed
 * @param verdict what the policy says
 * @param binding whether the verdict is enforced
 * @param risk probability of a failure with interval and contributions
 * @param strategy how to roll out
 * @param reasons in plain sentences, the weightiest first
 * @param advice what would lower the risk
 * @param similar past deployments that are alike, and how they went
 * @param trackRecord how often the gate was right here
 * @param drift whether its predictions still come true here
 * @param remarks what did not work, for example that the history could not be read; empty when all is well
 * @param thresholds from which risk on the policy asks for what
 */
public record Assessment(
        String deployment,
        String environment,
        Instant taken,
        Verdict verdict,
        boolean binding,
        RiskEstimate risk,
        Strategy strategy,
        List<String> reasons,
        List<Advice> advice,
        List<Similar> similar,
        TrackRecord trackRecord,
        PredictionDrift drift,
        List<String> remarks,
        RiskThresholds thresholds) {
    public Assessment {
        reasons = List.copyOf(reasons);
        advice = List.copyOf(advice);
        similar = List.copyOf(similar);
        remarks = List.copyOf(remarks);
    }

    /**
     * A past deployment that is alike.
     *
     * @param similarity [0, 1]
     * @param failed how it went; empty while unknown
     */
    public record Similar(
            String deployment, Instant started, String title, double similarity, Optional<Boolean> failed) {}

    /** The verdict in one line. */
    public String headline() {
        String plan = strategy.text();
        String what = verdict.name().toLowerCase(Locale.ROOT);
        return String.format(
                Locale.ROOT,
                "Deployment risk to %s: %s (%s to %s): %s %s.",
                environment,
                percent(risk.probability()),
                percent(risk.low()),
                percent(risk.high()),
                binding ? "verdict" : "advised",
                plan.startsWith(what) ? plan : what + ", " + plan);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, share < 0.1 ? "%.1f %%" : "%.0f %%", 100 * share);
    }
}
