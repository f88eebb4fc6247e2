package io.jenkins.plugins.mlci.plugin.logscan.learn;

import hudson.model.Job;
import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.mlci.logscan.category.FailureCategory;
import io.jenkins.plugins.mlci.plugin.logscan.page.LogScanAction;
import io.jenkins.plugins.mlci.plugin.logscan.scan.Knowledge;
import io.jenkins.plugins.mlci.plugin.logscan.scan.Ledger;
import io.jenkins.plugins.mlci.plugin.logscan.scan.RetryNotes;
import io.jenkins.plugins.mlci.plugin.logscan.scan.RetryNotes.Outcome;
import io.jenkins.plugins.mlci.plugin.shared.store.SharedHistory;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.BuildRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jenkinsci.plugins.workflow.actions.ErrorAction;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.flow.FlowExecutionOwner;
import org.jenkinsci.plugins.workflow.graph.BlockEndNode;
import org.jenkinsci.plugins.workflow.graph.BlockStartNode;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

/** Learns whether trying again helped: within a build, and from one build to the next of the same commit. */
final class Retries {
    private Retries() {}

    /** Learns from a build that has just ended. */
    static void learn(BuildRecord record, Run<?, ?> run) throws IOException {
        List<Outcome> outcomes = new ArrayList<>(within(run));
        Ledger.retried(run, outcomes);
        again(record, run).ifPresent(outcomes::add);
        if (outcomes.isEmpty()) {
            return;
        }
        Job<?, ?> job = run.getParent();
        Knowledge.update(job, knowledge -> {
            var retries = knowledge.retries();
            for (Outcome outcome : outcomes) {
                retries = retries.learn(FailureCategory.of(outcome.category()), outcome.helped());
            }
            return knowledge.with(retries);
        });
    }

    private static List<Outcome> within(Run<?, ?> run) throws IOException {
        RetryNotes notes = run.getAction(RetryNotes.class);
        if (notes == null) {
            return List.of();
        }
        List<Outcome> outcomes = notes.outcomes();
        for (Map.Entry<String, String> open : notes.open().entrySet()) {
            ended(run, open.getKey()).ifPresent(good -> outcomes.add(new Outcome(open.getValue(), good)));
        }
        return outcomes;
    }

    /** Whether a block ended without an error; empty when that cannot be told. */
    private static Optional<Boolean> ended(Run<?, ?> run, String block) throws IOException {
        FlowExecutionOwner owner =
                run instanceof FlowExecutionOwner.Executable flow ? flow.asFlowExecutionOwner() : null;
        FlowExecution execution = owner == null ? null : owner.getOrNull();
        FlowNode node = execution == null ? null : execution.getNode(block);
        BlockEndNode<?> end = node instanceof BlockStartNode start ? start.getEndNode() : null;
        return end == null ? Optional.empty() : Optional.of(end.getAction(ErrorAction.class) == null);
    }

    /** The build before failed, this one has the same commit, and it passed or failed in the same way. */
    private static Optional<Outcome> again(BuildRecord record, Run<?, ?> run) {
        Run<?, ?> before = run.getPreviousBuild();
        LogScanAction scan = before == null ? null : before.getAction(LogScanAction.class);
        if (scan == null
                || scan.getCategory().isEmpty()
                || before.getResult() != Result.FAILURE
                || !sameCommit(record, before)) {
            return Optional.empty();
        }
        if (run.getResult() == Result.SUCCESS) {
            return Optional.of(new Outcome(scan.getCategory(), true));
        }
        LogScanAction now = run.getAction(LogScanAction.class);
        boolean same = now != null && now.getSignature().equals(scan.getSignature());
        return same ? Optional.of(new Outcome(scan.getCategory(), false)) : Optional.empty();
    }

    private static boolean sameCommit(BuildRecord record, Run<?, ?> before) {
        String commit = record.build().commit();
        BuildId id = new BuildId(before.getParent().getFullName(), before.getNumber());
        return !commit.isEmpty()
                && SharedHistory.get()
                        .ask(
                                history -> history.builds()
                                        .find(id)
                                        .map(found -> found.build().commit().equals(commit))
                                        .orElse(false),
                                false);
    }
}
