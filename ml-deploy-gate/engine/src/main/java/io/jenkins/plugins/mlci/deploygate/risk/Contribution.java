package io.jenkins.plugins.mlci.deploygate.risk;

/**
 * What one fact adds to the risk of a deployment.
 *
 * @param feature name of the feature, or of the group of features
 * @param value its value; NaN when missing or when a group has no single value
 * @param logOdds what it adds to the log-odds of a failure; more than 0 raises the risk
 * @param sentence the same in words that a developer understands, for example {@code 3 of the last 20 deployments of this
 *     part were rolled back}
 */
public record Contribution(String feature, double value, double logOdds, String sentence) {}
