package io.jenkins.plugins.mlci.deploygate.risk;

/**
 * What facts of one kind add to the risk of a deployment.
 *
 * @param group key of the group of features
 * @param logOdds what it adds to the log-odds of a failure; more than 0 raises the risk
 * @param sentence the same in words that a developer understands, for example {@code The size of the change: lines added: 120, files changed: 4. This
 *     raises the risk.}
 */
public record Contribution(String group, double logOdds, String sentence) {}
