package io.jenkins.plugins.mlci.deploygate.risk;

import io.jenkins.plugins.mlci.deploygate.change.DeploymentFacts;
import io.jenkins.plugins.mlci.deploygate.change.KnownOutcome;
import io.jenkins.plugins.mlci.deploygate.feature.DeploymentMemory;
import io.jenkins.plugins.mlci.deploygate.feature.RiskRow;
import io.jenkins.plugins.mlci.deploygate.feature.Words;
import io.jenkins.plugins.mlci.shared.model.LogOdds;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The risk of deployments: a prior model, a linear belief that starts at it and learns each outcome, and boosted trees, put
 * together by a stack that has learned how far to trust each. All of it learns an outcome when it becomes known, from what
 * was known when the deployment started.
 *
 * <p>Deterministic: the same calls and seed give the same estimates.
 */
public final class RiskModel implements RiskAssessor {
    static final int BUCKETS = 1 << 16;

    private static final double NORMAL_90 = 1.6449;
    private static final int SOME = 20;
    private static final int MANY_FAILURES = 30;
    /** First weights of prior, learned belief and trees, and how far the stack may move from them. */
    private static final double[] WEIGHTS = {0.5, 0.6, 0.4};

    private static final double WEIGHT_VARIANCE = 0.02;
    private static final double BIAS_VARIANCE = 0.02;
    /** What each outcome adds to the variance of the stack's bias: slow, since the belief has a bias of its own. */
    private static final double DRIFT = 1e-6;

    private final DeploymentMemory memory = new DeploymentMemory();
    private final Scaler scaler;
    private final LinearBelief prior;
    private final LinearBelief learned;
    private final TreeExpert trees;
    private final Stack stack;
    private final Map<String, Pending> pending = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    /** What was looked at last, so that a deployment that starts right after its assessment is not looked at twice. */
    private DeploymentFacts lastFacts;

    private Pending last;
    private long outcomes;
    private long failures;

    /** What was read and said of a deployment when it started. */
    private record Pending(RiskRow row, Encoded encoded, double offset, double[] experts) {}

    /**
     * A model that has seen nothing yet.
     *
     * @param prior where it starts
     * @param seed of all chance
     */
    public RiskModel(PriorModel prior, long seed) {
        this.prior = prior.belief(BUCKETS);
        this.learned = prior.belief(BUCKETS);
        this.scaler = new Scaler(prior.terms());
        this.trees = new TreeExpert(seed);
        this.stack = new Stack(WEIGHTS, WEIGHT_VARIANCE, BIAS_VARIANCE, DRIFT);
    }

    @Override
    public RiskEstimate assess(DeploymentFacts facts) {
        Pending now = look(facts);
        RiskEstimate.Range range = range(now);
        return new RiskEstimate(
                range.probability(),
                range.low(),
                range.high(),
                0.9,
                LogOdds.probability(now.offset + stack.bias()),
                explain(now),
                outcomes,
                failures,
                source());
    }

    /**
     * An estimate without its reasons, for replays.
     *
     * @param range the probability with its interval
     * @param prior log-odds of the prior alone, which has learned nothing here
     */
    public record Quick(RiskEstimate.Range range, double prior) {}

    /** The same as {@link #assess} without the reasons. */
    public Quick quick(DeploymentFacts facts) {
        Pending now = look(facts);
        return new Quick(range(now), now.experts[0]);
    }

    /** Forgets a deployment whose outcome says nothing about its change, for example because it was aborted. */
    public void forget(String deployment) {
        pending.remove(deployment);
        memory.forget(deployment);
    }

    private RiskEstimate.Range range(Pending now) {
        double logOdds = stack.logOdds(now.offset, now.experts);
        double reach = NORMAL_90 * Math.sqrt(learned.variance(now.encoded) + stack.variance(now.experts));
        double probability = LogOdds.probability(logOdds);
        return new RiskEstimate.Range(
                probability,
                Math.min(probability, LogOdds.probability(logOdds - reach)),
                Math.max(probability, LogOdds.probability(logOdds + reach)));
    }

    private List<Contribution> explain(Pending now) {
        Explanation explanation = new Explanation(now.row);
        explanation.add(prior, now.encoded, stack.weight(0));
        explanation.add(learned, now.encoded, stack.weight(1));
        if (trees.isTrained()) {
            explanation.add(trees.contributions(now.row.values()), stack.weight(2));
        }
        return explanation.contributions();
    }

    private RiskEstimate.Source source() {
        if (outcomes < SOME) {
            return RiskEstimate.Source.PRIOR;
        }
        return failures < MANY_FAILURES ? RiskEstimate.Source.MIXED : RiskEstimate.Source.LEARNED;
    }

    @Override
    public void started(DeploymentFacts facts) {
        if (!seen.add(facts.id())) {
            return;
        }
        Pending now = look(facts);
        lastFacts = null;
        pending.put(facts.id(), now);
        scaler.add(now.row.values());
        memory.started(facts);
    }

    @Override
    public void known(KnownOutcome outcome) {
        Pending then = pending.remove(outcome.deployment());
        if (then == null || !memory.known(outcome)) {
            return;
        }
        lastFacts = null;
        boolean failed = outcome.failed();
        stack.learn(then.offset, then.experts, failed);
        learned.learn(then.encoded, failed);
        trees.learn(then.row.values(), failed);
        outcomes++;
        failures += failed ? 1 : 0;
    }

    private Pending look(DeploymentFacts facts) {
        if (facts != lastFacts) {
            last = read(facts);
            lastFacts = facts;
        }
        return last;
    }

    private Pending read(DeploymentFacts facts) {
        RiskRow row = memory.row(facts);
        Encoded encoded = encode(row, facts);
        double start = learned.start(encoded);
        double fromPrior = prior.logOdds(encoded) - prior.start(encoded);
        double fromLearned = learned.logOdds(encoded) - start;
        double fromTrees = trees.isTrained() ? trees.logOdds(row.values()) : 0;
        return new Pending(row, encoded, start, new double[] {fromPrior, fromLearned, fromTrees});
    }

    private Encoded encode(RiskRow row, DeploymentFacts facts) {
        int[] words = row.words().stream()
                .mapToInt(word -> Words.bucket(word, BUCKETS))
                .toArray();
        double value = words.length == 0 ? 0 : 1 / Math.sqrt(words.length);
        int scope = Words.bucket(facts.job() + "\n" + facts.environment(), BUCKETS);
        return new Encoded(scaler.scale(row.values()), words, value, scope);
    }
}
