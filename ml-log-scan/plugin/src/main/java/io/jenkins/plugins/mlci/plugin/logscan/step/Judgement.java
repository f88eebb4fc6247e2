package io.jenkins.plugins.mlci.plugin.logscan.step;

import hudson.AbortException;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.mlci.logscan.scan.BuildOutcome;
import io.jenkins.plugins.mlci.plugin.logscan.learn.Scans;
import io.jenkins.plugins.mlci.plugin.logscan.report.ScanReport;
import io.jenkins.plugins.mlci.plugin.logscan.report.Wording;
import io.jenkins.plugins.mlci.plugin.logscan.scan.LastWords;
import io.jenkins.plugins.mlci.plugin.shared.build.BuildConsole;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

/** Scans a build for a step: says what was found, marks the stage, and holds the gates. */
final class Judgement {
    private static final Logger LOGGER = Logger.getLogger(Judgement.class.getName());

    private final Run<?, ?> run;
    private final FlowNode node;
    private final BuildConsole console;

    Judgement(Run<?, ?> run, FlowNode node, BuildConsole console) {
        this.run = run;
        this.node = node;
        this.console = console;
    }

    /** Where the steps of this plugin print. */
    static BuildConsole console(TaskListener listener) {
        return new BuildConsole("ml-log-scan", listener.getLogger());
    }

    /** The verdict, why, and where to look. */
    private void say(ScanReport report) {
        String line = report.causes().isEmpty()
                ? ""
                : " (line " + report.causes().get(0).first() + ")";
        console.say(Wording.verdict(report) + line);
        String why = Wording.why(report);
        if (!why.isEmpty()) {
            console.say(why);
        }
    }

    /** Scans; a log that cannot be scanned costs nobody a build. */
    Optional<ScanReport> scan(BuildOutcome outcome, LastWords lastWords) {
        try {
            ScanReport report = Scans.scan(run, outcome, lastWords);
            say(report);
            Result result = run.getResult();
            if (!report.causes().isEmpty() && result != null) {
                mark(result, Wording.verdict(report));
            }
            return Optional.of(report);
        } catch (IOException e) {
            console.say("The log could not be scanned: " + e.getMessage());
        } catch (RuntimeException | LinkageError e) {
            LOGGER.log(Level.WARNING, "The log of " + run + " could not be scanned", e);
            console.say("The log could not be scanned: " + e);
        }
        return Optional.empty();
    }

    /**
     * Holds the gates.
     *
     * @throws AbortException when a gate fails the build
     */
    void hold(List<LogGate> gates, ScanReport report) throws AbortException {
        for (LogGate gate : gates) {
            Optional<String> reason = gate.reason(report);
            if (reason.isEmpty()) {
                continue;
            }
            if (gate.buildResult() == Result.FAILURE) {
                throw new AbortException(reason.get());
            }
            unstable(reason.get());
        }
    }

    /** Makes the build unstable, and says why at the stage. */
    void unstable(String reason) {
        console.say("Unstable: " + reason);
        run.setResult(Result.UNSTABLE);
        mark(Result.UNSTABLE, reason);
    }

    private void mark(Result result, String message) {
        if (result.isWorseThan(Result.SUCCESS)) {
            node.addOrReplaceAction(new WarningAction(result).withMessage(message));
        }
    }
}
