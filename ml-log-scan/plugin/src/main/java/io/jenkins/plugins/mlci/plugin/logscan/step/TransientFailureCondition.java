package io.jenkins.plugins.mlci.plugin.logscan.step;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.console.AnnotatedLargeText;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.mlci.logscan.scan.AlertListener;
import io.jenkins.plugins.mlci.logscan.scan.BuildOutcome;
import io.jenkins.plugins.mlci.logscan.scan.LogScan;
import io.jenkins.plugins.mlci.logscan.scan.ScanResult;
import io.jenkins.plugins.mlci.logscan.scan.TimeBudget;
import io.jenkins.plugins.mlci.plugin.logscan.report.Wording;
import io.jenkins.plugins.mlci.plugin.logscan.scan.Baselines;
import io.jenkins.plugins.mlci.plugin.logscan.scan.Knowledge;
import io.jenkins.plugins.mlci.plugin.logscan.scan.LastWords;
import io.jenkins.plugins.mlci.plugin.logscan.scan.RetryNotes;
import io.jenkins.plugins.mlci.plugin.logscan.scan.Scanners;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.Symbol;
import org.jenkinsci.plugins.workflow.actions.BodyInvocationAction;
import org.jenkinsci.plugins.workflow.actions.ErrorAction;
import org.jenkinsci.plugins.workflow.actions.LogAction;
import org.jenkinsci.plugins.workflow.flow.ErrorCondition;
import org.jenkinsci.plugins.workflow.graph.BlockEndNode;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code retry(conditions: [mlTransientFailure()])}: try again when the log of the failed step looks transient. */
public final class TransientFailureCondition extends ErrorCondition {
    private static final long serialVersionUID = 1L;
    private static final Logger LOGGER = Logger.getLogger(TransientFailureCondition.class.getName());
    /** The script waits for the answer: only the end of the log is read, and not for long. */
    private static final long MOST_BYTES = 1 << 20;

    private static final Duration MOST_TIME = Duration.ofSeconds(3);

    @DataBoundConstructor
    public TransientFailureCondition() {}

    @Override
    public boolean test(@NonNull Throwable error, @CheckForNull StepContext context)
            throws IOException, InterruptedException {
        if (context == null || error instanceof FlowInterruptedException) {
            return false;
        }
        try {
            Run<?, ?> run = context.get(Run.class);
            FlowNode node = context.get(FlowNode.class);
            ScanResult result = scan(run, log(error, node));
            boolean again = result.transientFailure();
            if (node != null && !result.category().isEmpty()) {
                note(run, block(node), result.category(), again);
            }
            Judgement.console(context.get(TaskListener.class)).say(sentence(result, again));
            return again;
        } catch (RuntimeException | LinkageError e) {
            LOGGER.log(Level.WARNING, "A failure could not be judged", e);
            return false;
        }
    }

    /** The step that tries again; the node at hand is the end of its body. */
    private static String block(FlowNode node) {
        FlowNode start = node instanceof BlockEndNode<?> end ? end.getStartNode() : node;
        String around = start.getEnclosingId();
        return start.getPersistentAction(BodyInvocationAction.class) == null || around == null ? start.getId() : around;
    }

    /** So that it is learned whether it helped. */
    private static void note(Run<?, ?> run, String block, String category, boolean again) throws IOException {
        RetryNotes notes;
        synchronized (run) {
            notes = run.getAction(RetryNotes.class);
            if (notes == null) {
                notes = new RetryNotes();
                run.addAction(notes);
            }
        }
        notes.failed(block, category, again);
        run.save();
    }

    private static String sentence(ScanResult result, boolean again) {
        String kind = result.category().isEmpty()
                ? "The log does not say why it failed"
                : Wording.kind(result.category(), result.categoryProbability());
        return kind + (again ? ": probably transient, trying again helps." : ": trying again is not likely to help.");
    }

    private static ScanResult scan(Run<?, ?> run, byte[] log) {
        LogScan scan = Scanners.shipped()
                .knowing(Knowledge.of(run.getParent()))
                .start(Baselines.of(run.getParent()), new TimeBudget(System::nanoTime, MOST_TIME), AlertListener.NONE);
        scan.accept(log, 0, log.length);
        return scan.finish(BuildOutcome.FAILED, -1);
    }

    /** The end of the log of the step that failed, and the message of its error. */
    private static byte[] log(Throwable error, FlowNode handler) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        FlowNode origin = handler == null ? null : ErrorAction.findOrigin(error, handler.getExecution());
        LogAction log = origin == null ? null : origin.getAction(LogAction.class);
        if (log != null) {
            AnnotatedLargeText<? extends FlowNode> text = log.getLogText();
            long end = text.writeLogTo(Math.max(0, text.length() - MOST_BYTES), bytes);
            LOGGER.log(Level.FINE, "Judging a failure by its log up to byte {0}", end);
        }
        bytes.write(('\n' + LastWords.of(error).text()).getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    /** Offers the condition to {@code retry}. */
    @Extension
    @Symbol("mlTransientFailure")
    public static final class DescriptorImpl extends ErrorConditionDescriptor {
        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.TransientFailureCondition_DisplayName();
        }
    }
}
