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

/** What a step says, read for the engine; what makes no sense there is told in sentences. */
record Wishes(GateQuestion question, WaitRule rule, List<String> problems) {
    static Wishes of(GateStep step) {
        List<String> problems = new ArrayList<>();
        if (!step.getMode().isEmpty() && GateMode.named(step.getMode()).isEmpty()) {
            problems.add("'" + step.getMode() + "' is no mode. Write 'advise' or 'enforce'.");
        }
        check(problems, () -> Freezes.parse(step.getFreezes()));
        if (step.getPolicy() != null) {
            check(problems, () -> step.getPolicy().thresholds());
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
                step.getApprovers(),
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
        return new Wishes(question, rule, List.copyOf(problems));
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
