package io.jenkins.plugins.mlci.plugin.logscan.step;

import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.mlci.plugin.logscan.report.ScanReport;
import io.jenkins.plugins.mlci.plugin.logscan.scan.LastWords;
import io.jenkins.plugins.mlci.plugin.logscan.scan.RunScanner;
import java.util.Optional;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.SynchronousNonBlockingStepExecution;

/** Scans what was written so far, off the thread of the script. After a restart it is run again. */
final class ScanExecution extends SynchronousNonBlockingStepExecution<ScriptScan> {
    private static final long serialVersionUID = 1L;

    private final LogScanStep step;

    ScanExecution(StepContext context, LogScanStep step) {
        super(context);
        this.step = step;
    }

    @Override
    protected ScriptScan run() throws Exception {
        Run<?, ?> run = getContext().get(Run.class);
        FlowNode node = getContext().get(FlowNode.class);
        Judgement judgement =
                new Judgement(run, node, Judgement.console(getContext().get(TaskListener.class)));
        LastWords lastWords = run.getResult() == Result.FAILURE ? LastWords.before(node) : LastWords.NONE;
        Optional<ScanReport> report = judgement.scan(RunScanner.outcome(run), lastWords);
        if (report.isEmpty()) {
            return null;
        }
        judgement.hold(step.gates(), report.get());
        return new ScriptScan(report.get());
    }

    @Override
    public void onResume() {
        try {
            start();
        } catch (Exception e) {
            getContext().onFailure(e);
        }
    }
}
