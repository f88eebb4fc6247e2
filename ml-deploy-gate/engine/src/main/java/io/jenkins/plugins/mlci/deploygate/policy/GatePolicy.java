package io.jenkins.plugins.mlci.deploygate.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What holds where.
 *
 * @param environments policies of single environments, by name
 * @param otherwise what holds in all others
 */
public record GatePolicy(Map<String, EnvironmentPolicy> environments, EnvironmentPolicy otherwise) {
    public GatePolicy {
        environments = Map.copyOf(environments);
    }

    /** The same policy everywhere. */
    public static GatePolicy everywhere(EnvironmentPolicy policy) {
        return new GatePolicy(Map.of(), policy);
    }

    /** What holds in this environment. */
    public EnvironmentPolicy of(String environment) {
        return environments.getOrDefault(environment, otherwise);
    }

    /**
     * What the policy says of one deployment.
     *
     * @param verdict what holds
     * @param byRisk what the probability alone would give
     * @param binding whether it is enforced
     * @param reasons in sentences, at least one
     */
    public record Ruling(Verdict verdict, Verdict byRisk, boolean binding, List<String> reasons) {
        public Ruling {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * Rules on a deployment.
     *
     * @param probability of a failure, [0, 1]
     * @param bypass why a freeze is to be passed over; empty when it is not. It does not pass over the risk
     */
    public Ruling rule(String environment, double probability, Instant time, Optional<String> bypass) {
        EnvironmentPolicy policy = of(environment);
        Verdict byRisk = policy.thresholds().verdict(probability);
        List<String> reasons = new ArrayList<>();
        Verdict verdict = byRisk;
        Optional<EnvironmentPolicy.Frozen> frozen = policy.frozen(time);
        boolean bypassed = bypass.filter(reason -> !reason.isBlank()).isPresent();
        if (frozen.isPresent() && bypassed) {
            reasons.add("The freeze " + frozen.get().name() + " is bypassed: "
                    + bypass.get().strip());
        } else if (frozen.isPresent()) {
            verdict = Verdict.BLOCK;
            reasons.add(frozen.get().sentence());
        }
        reasons.add(because(byRisk, probability, policy.thresholds()));
        return new Ruling(verdict, byRisk, policy.enforce(), reasons);
    }

    private static String because(Verdict verdict, double probability, RiskThresholds thresholds) {
        if (verdict != Verdict.PROCEED) {
            double from = thresholds.from(verdict);
            return "The risk of " + Percent.of(probability, from) + " is at or above " + Percent.of(from, probability)
                    + ", where '" + verdict.name().toLowerCase(Locale.ROOT) + "' begins.";
        }
        double first = thresholds.canary();
        return first > 1
                ? "The risk is " + Percent.of(probability) + "; at no risk does this policy ask for a precaution."
                : "The risk of " + Percent.of(probability, first) + " is below " + Percent.of(first, probability)
                        + ", where the first precaution begins.";
    }
}
