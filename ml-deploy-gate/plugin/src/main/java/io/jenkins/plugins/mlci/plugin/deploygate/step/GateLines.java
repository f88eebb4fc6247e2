package io.jenkins.plugins.mlci.plugin.deploygate.step;

import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.mlci.plugin.deploygate.policy.GateMode;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateEntry;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateSaid;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateState;
import io.jenkins.plugins.mlci.plugin.deploygate.record.Say;
import io.jenkins.plugins.mlci.plugin.deploygate.record.WaitRule;
import io.jenkins.plugins.mlci.plugin.shared.build.BuildConsole;
import java.util.ArrayList;
import java.util.List;

/** What the gate writes to the console. */
final class GateLines {
    private static final int MOST_REASONS = 3;

    private final BuildConsole console;
    private final Run<?, ?> run;

    GateLines(BuildConsole console, Run<?, ?> run) {
        this.console = console;
        this.run = run;
    }

    /** The console that these and all other lines of the plugin go to. */
    static BuildConsole console(TaskListener listener) {
        return new BuildConsole("ml-deploy-gate", listener.getLogger());
    }

    /** What was said, why, and what it means now. */
    void said(GateSaid said, WaitRule rule, GateState state) {
        console.say(said.headline());
        said.reasons().stream().limit(MOST_REASONS).forEach(console::say);
        console.remarks(said.remarks());
        switch (state) {
            case NOT_ASSESSED -> console.say("So the deployment goes on without an assessment.");
            case PASSED -> {
                if (said.verdict() != said.effective()) {
                    console.say("The verdict does not bind yet, so the deployment goes on.");
                }
            }
            case WAITING_FOR_APPROVAL ->
                console.say(
                        "Waits for " + people(rule.getApprovers()) + who(rule) + ".",
                        run,
                        GateExecution.APPROVALS,
                        "Approve or reject");
            case WAITING_FOR_OVERRIDE ->
                console.say("Blocked. Waits for an override.", run, GateExecution.APPROVALS, "Override or reject");
            default -> {
                // Advice says all, and a block is told by the failure.
            }
        }
    }

    /** What people decided; nothing where nobody was asked. */
    void decided(GateEntry entry) {
        for (Say each : entry.getApprovals()) {
            console.say("Approved by " + each.getUser() + why(each));
        }
        entry.getOverride().ifPresent(each -> console.say("Overridden by " + each.getUser() + why(each)));
        entry.getRejection().ifPresent(each -> console.say("Rejected by " + each.getUser() + why(each)));
        if (entry.getState() == GateState.TIMED_OUT) {
            console.say("Nobody decided in time.");
        }
        if (entry.getMode() == GateMode.ENFORCE && entry.getState() == GateState.BLOCKED) {
            console.say("Blocked.");
        }
    }

    /** For whom a gate waits, in a few words. */
    static String waiting(GateEntry entry) {
        return entry.getState() == GateState.WAITING_FOR_OVERRIDE
                ? "blocked, waits for an override"
                : "waits for " + people(entry.getMissing()) + who(entry.getRule());
    }

    private static String people(int approvers) {
        return approvers == 1 ? "1 approval" : approvers + " approvals by different people";
    }

    private static String who(WaitRule rule) {
        List<String> parts = new ArrayList<>();
        if (!rule.getSubmitters().isEmpty()) {
            parts.add("of " + String.join(", ", rule.getSubmitters()));
        }
        if (rule.isStarterExcluded()) {
            parts.add("not by who started the build");
        }
        return parts.isEmpty() ? "" : " " + String.join(", ", parts);
    }

    private static String why(Say say) {
        return say.getReason().isEmpty() ? "." : ": " + say.getReason();
    }
}
