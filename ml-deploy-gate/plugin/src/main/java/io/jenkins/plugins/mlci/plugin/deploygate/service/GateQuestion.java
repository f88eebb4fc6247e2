package io.jenkins.plugins.mlci.plugin.deploygate.service;

import io.jenkins.plugins.mlci.plugin.deploygate.policy.RiskPolicyConfig;
import java.util.Optional;

/**
 * What a pipeline asks the gate.
 *
 * @param environment where to
 * @param version what is deployed; empty for the commit
 * @param repairs whether it repairs an open incident, and so may pass a stopped line
 * @param policy of the author; empty for what an admin set
 * @param mode {@code advise}, {@code enforce}, or empty for what an admin set
 * @param freezes windows besides those that an admin set, one a line
 * @param unproven whether the risk binds also while too few outcomes are known
 */
public record GateQuestion(
        String environment,
        String version,
        boolean repairs,
        Optional<RiskPolicyConfig> policy,
        String mode,
        String freezes,
        boolean unproven) {}
