package io.jenkins.plugins.mlci.plugin.deploygate.step;

import io.jenkins.plugins.mlci.plugin.deploygate.policy.Freezes;
import io.jenkins.plugins.mlci.plugin.deploygate.policy.GateMode;
import io.jenkins.plugins.mlci.plugin.deploygate.policy.Waits;
import io.jenkins.plugins.mlci.plugin.deploygate.record.WaitRule;
import io.jenkins.plugins.mlci.plugin.deploygate.service.GateQuestion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a step says, read for the engine.
 *
 * @param mistakes what can mean nothing, in sentences: it fails the step at once, whatever the mode
 * @param doubts policies and freeze windows that make no sense, in sentences: they are told and left out, and fail a step that
 *     enforces
 */
record Wishes(GateQuestion question, WaitRule rule, List<String> mistakes, List<String> doubts) {
    static Wishes of(GateStep step) {
        List<String> problems = new ArrayList<>();
        List<String> doubts = new ArrayList<>();
        if (step.getEnvironment().isEmpty()) {
            problems.add("mlDeployGate does not say where to deploy. Write for example mlDeployGate('prod').");
        }
        if (!step.getMode().isEmpty() && GateMode.named(step.getMode()).isEmpty()) {
            problems.add("'" + step.getMode() + "' is no mode. Write 'advise' or 'enforce'.");
        }
        if (step.getApprovers() < 1) {
            problems.add(step.getApprovers() + " people cannot approve. 'approvers' is at least 1.");
        }
        check(doubts, () -> Freezes.parse(step.getFreezes()));
        if (step.getPolicy() != null) {
            check(doubts, () -> step.getPolicy().thresholds());
        }
        boolean fails = step.getOnTimeout().equalsIgnoreCase(GateStep.FAIL);
        if (!fails && !step.getOnTimeout().equalsIgnoreCase(GateStep.ABORT)) {
            problems.add("'" + step.getOnTimeout() + "' cannot happen in the end. Write 'abort' or 'fail'.");
        }
        WaitRule rule = new WaitRule(
                Arrays.stream(step.getSubmitters().split(","))
                        .map(String::strip)
                        .filter(each -> !each.isEmpty())
                        .toList(),
                Math.max(1, step.getApprovers()),
                step.isExcludeStarter(),
                time(problems, step.getTimeout()),
                time(problems, step.getOverrideTime()),
                fails);
        GateQuestion question = new GateQuestion(
                step.getEnvironment(),
                step.getVersion(),
                step.isRepairs(),
                Optional.ofNullable(step.getPolicy()),
                step.getMode(),
                step.getFreezes(),
                step.isEnforceUnproven());
        return new Wishes(question, rule, List.copyOf(problems), List.copyOf(doubts));
    }

    private static long time(List<String> problems, String text) {
        Duration[] time = {Duration.ZERO};
        check(problems, () -> time[0] = Waits.parse(text));
        return time[0].toMillis();
    }

    private static void check(List<String> problems, Runnable trial) {
        try {
            trial.run();
        } catch (IllegalArgumentException e) {
            problems.add(e.getMessage());
        }
    }
}
