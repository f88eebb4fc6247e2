package io.jenkins.plugins.mlci.plugin.deploygate.step;

import hudson.AbortException;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.mlci.plugin.deploygate.service.BuildReports;
import io.jenkins.plugins.mlci.plugin.deploygate.service.OutcomeService;
import io.jenkins.plugins.mlci.plugin.deploygate.service.Report;
import io.jenkins.plugins.mlci.plugin.deploygate.service.ReportReader;
import io.jenkins.plugins.mlci.plugin.deploygate.service.Reporter;
import java.time.Clock;
import java.util.Map;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.SynchronousNonBlockingStepExecution;

/** Records a report, later where the history cannot be used now. Returns whether it was new; only a report that makes no sense, or is not allowed, fails the step. */
final class OutcomeExecution extends SynchronousNonBlockingStepExecution<Boolean> {
    private static final long serialVersionUID = 1L;

    private final OutcomeStep step;

    OutcomeExecution(StepContext context, OutcomeStep step) {
        super(context);
        this.step = step;
    }

    @Override
    protected Boolean run() throws Exception {
        Clock clock = Clock.systemUTC();
        Report report;
        try {
            report = ReportReader.read(parts(), clock.instant());
        } catch (IllegalArgumentException e) {
            throw new AbortException(e.getMessage());
        }
        Run<?, ?> run = getContext().get(Run.class);
        // A step runs as the user of its build.
        Reporter reporter =
                Reporter.ofBuild(Jenkins.getAuthentication2(), run.getParent().getFullName());
        OutcomeService.Answer answer = new BuildReports(run).record(report, reporter, clock);
        if (answer.status() == OutcomeService.Status.REFUSED || answer.status() == OutcomeService.Status.IMPOSSIBLE) {
            throw new AbortException(answer.sentence());
        }
        GateLines.console(getContext().get(TaskListener.class)).say(answer.sentence());
        return answer.status() == OutcomeService.Status.RECORDED;
    }

    private Map<String, String> parts() throws Exception {
        Map<String, String> parts = step.parts();
        if (step.getType().equals("deployment")) {
            String run = getContext().get(Run.class).getExternalizableId();
            parts.putIfAbsent(
                    "key", run + "/" + getContext().get(FlowNode.class).getId());
        }
        return parts;
    }
}
