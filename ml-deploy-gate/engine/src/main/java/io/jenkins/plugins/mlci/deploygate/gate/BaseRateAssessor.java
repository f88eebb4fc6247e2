package io.jenkins.plugins.mlci.deploygate.gate;

import io.jenkins.plugins.mlci.deploygate.change.DeploymentFacts;
import io.jenkins.plugins.mlci.deploygate.change.KnownOutcome;
import io.jenkins.plugins.mlci.deploygate.feature.RiskFeature;
import io.jenkins.plugins.mlci.deploygate.policy.Share;
import io.jenkins.plugins.mlci.deploygate.risk.Contribution;
import io.jenkins.plugins.mlci.deploygate.risk.RiskAssessor;
import io.jenkins.plugins.mlci.deploygate.risk.RiskEstimate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What remains when no model can be used: the failure rate of the environment, pulled towards a usual one. Knows nothing of
 * the change.
 */
public final class BaseRateAssessor implements RiskAssessor {
    private static final double USUAL = 0.03;
    private static final double PRIOR = 30;
    private static final double LEVEL = 0.9;

    private final Map<String, String> environments = new HashMap<>();
    private final Map<String, long[]> counts = new HashMap<>();

    @Override
    public RiskEstimate assess(DeploymentFacts facts) {
        long[] count = counts.getOrDefault(facts.environment(), new long[2]);
        double probability = (count[0] + USUAL * PRIOR) / (count[1] + PRIOR);
        Share share = Share.of(count[0] + 1, count[1] + (long) PRIOR);
        Contribution rate = new Contribution(
                RiskFeature.Group.RECORD.key(),
                logOdds(probability) - logOdds(USUAL),
                count[0] + " of " + count[1] + " deployments into " + facts.environment() + " failed");
        return new RiskEstimate(
                probability,
                Math.min(probability, share.low()),
                Math.max(probability, share.high()),
                LEVEL,
                USUAL,
                List.of(rate),
                count[1],
                count[0],
                count[1] == 0 ? RiskEstimate.Source.PRIOR : RiskEstimate.Source.MIXED);
    }

    @Override
    public void started(DeploymentFacts facts) {
        environments.putIfAbsent(facts.id(), facts.environment());
    }

    @Override
    public void known(KnownOutcome outcome) {
        String environment = environments.get(outcome.deployment());
        if (environment != null) {
            long[] count = counts.computeIfAbsent(environment, key -> new long[2]);
            count[0] += outcome.failed() ? 1 : 0;
            count[1]++;
        }
    }

    private static double logOdds(double probability) {
        return Math.log(probability / (1 - probability));
    }
}
