package io.jenkins.plugins.mlci.plugin.deploygate.service;

import io.jenkins.plugins.mlci.deploygate.policy.EnvironmentPolicy;
import io.jenkins.plugins.mlci.deploygate.policy.FreezeWindow;
import io.jenkins.plugins.mlci.deploygate.policy.RiskThresholds;
import io.jenkins.plugins.mlci.plugin.deploygate.config.EnvironmentSettings;
import io.jenkins.plugins.mlci.plugin.deploygate.config.GateDefaults;
import io.jenkins.plugins.mlci.plugin.deploygate.policy.Freezes;
import io.jenkins.plugins.mlci.plugin.deploygate.policy.GateMode;
import io.jenkins.plugins.mlci.plugin.deploygate.policy.RiskPolicyConfig;
import io.jenkins.plugins.mlci.plugin.shared.config.DecisionMode;
import io.jenkins.plugins.mlci.plugin.shared.config.MachineLearningConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What holds for one gate: what its author said goes before what an admin said of the environment, and that before what holds
 * everywhere. Freeze windows add up.
 *
 * @param policy thresholds, freezes, and whether they bind
 * @param text the policy as it was written
 * @param mode whether verdicts bind
 * @param problems what was written and makes no sense, so that it does not count; in sentences
 */
record InForce(EnvironmentPolicy policy, String text, GateMode mode, List<String> problems) {
    static InForce of(GateQuestion question, GateDefaults settings) {
        List<String> problems = new ArrayList<>();
        Optional<EnvironmentSettings> environment = settings.environment(question.environment());
        GateMode mode = mode(question, settings, environment, problems);
        RiskPolicyConfig chosen = question.policy()
                .or(() -> environment.map(EnvironmentSettings::getPolicy))
                .or(() -> Optional.ofNullable(settings.getPolicy()))
                .orElseGet(GateDefaults::usualPolicy);
        RiskThresholds thresholds;
        String text = chosen.text();
        try {
            thresholds = chosen.thresholds();
        } catch (IllegalArgumentException e) {
            thresholds = GateDefaults.usualPolicy().thresholds();
            text = GateDefaults.usualPolicy().text();
            problems.add("The policy " + chosen.text() + " makes no sense, so " + text + " holds: " + e.getMessage());
        }
        List<FreezeWindow> freezes = new ArrayList<>();
        add(freezes, settings.getFreezes(), problems);
        environment.ifPresent(each -> add(freezes, each.getFreezes(), problems));
        add(freezes, question.freezes(), problems);
        return new InForce(
                new EnvironmentPolicy(thresholds, freezes, mode == GateMode.ENFORCE),
                text,
                mode,
                List.copyOf(problems));
    }

    private static GateMode mode(
            GateQuestion question,
            GateDefaults settings,
            Optional<EnvironmentSettings> environment,
            List<String> problems) {
        List<String> said = List.of(
                question.mode(), environment.map(EnvironmentSettings::getMode).orElse(""), settings.getMode());
        for (String each : said) {
            Optional<GateMode> mode = GateMode.named(each);
            if (mode.isPresent()) {
                return mode.get();
            }
            if (!each.isBlank()) {
                problems.add("'" + each + "' is no mode. Write 'advise' or 'enforce'.");
            }
        }
        DecisionMode general = MachineLearningConfiguration.get().getMode();
        return general == DecisionMode.ENFORCE ? GateMode.ENFORCE : GateMode.ADVISE;
    }

    /** Line by line, so that one that makes no sense does not take the others with it. */
    private static void add(List<FreezeWindow> freezes, String lines, List<String> problems) {
        lines.lines().forEach(line -> {
            try {
                freezes.addAll(Freezes.parse(line));
            } catch (IllegalArgumentException e) {
                problems.add(e.getMessage());
            }
        });
    }
}
