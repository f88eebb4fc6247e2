package io.jenkins.plugins.mlci.plugin.deploygate.step;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.AbortException;
import hudson.model.Computer;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.mlci.plugin.deploygate.approve.GateQueue;
import io.jenkins.plugins.mlci.plugin.deploygate.approve.WaitingGate;
import io.jenkins.plugins.mlci.plugin.deploygate.policy.GateMode;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateAction;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateDecisions;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateEntry;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateNews;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateSaid;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateState;
import io.jenkins.plugins.mlci.plugin.deploygate.record.WaitRule;
import io.jenkins.plugins.mlci.plugin.deploygate.service.DecisionKeeper;
import io.jenkins.plugins.mlci.plugin.deploygate.service.GateService;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.util.Timer;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/**
 * Asks the gate and waits, where the verdict binds, for people. No thread and no executor is held meanwhile. What was said and decided
 * is with the build, under the id of the pipeline's node, so that a restart goes on from there.
 */
final class GateExecution extends StepExecution {
    /** Where people decide, below the build. */
    static final String APPROVALS = "ml-deploy-gate-approvals";

    private static final long serialVersionUID = 1L;
    private static final Logger LOGGER = Logger.getLogger(GateExecution.class.getName());

    private final GateStep step;
    private transient boolean finished;

    GateExecution(StepContext context, GateStep step) {
        super(context);
        this.step = step;
    }

    @Override
    public boolean start() throws AbortException {
        List<String> mistakes = Wishes.of(step).mistakes();
        if (!mistakes.isEmpty()) {
            throw new AbortException(String.join(" ", mistakes));
        }
        Computer.threadPoolForRemoting.execute(this::begin);
        return false;
    }

    @Override
    public void onResume() {
        Computer.threadPoolForRemoting.execute(this::goOnAfterRestart);
    }

    /** What was decided just before the restart may not have been told. */
    private void goOnAfterRestart() {
        try {
            Run<?, ?> run = run();
            entry().ifPresent(entry -> GateNews.tell(run, entry));
        } catch (IOException | InterruptedException e) {
            LOGGER.log(Level.FINE, "Nobody hears of a gate", e);
        }
        begin();
    }

    /** Asks, or goes on with what was asked before a restart. Our own defects let the deployment go on. */
    private void begin() {
        try {
            Optional<GateEntry> known = entry();
            if (known.isPresent()) {
                settle();
            } else {
                ask();
            }
        } catch (IOException | InterruptedException | RuntimeException | LinkageError e) {
            LOGGER.log(Level.WARNING, "A gate could not be asked", e);
            sayQuietly("The gate could not be asked, so the deployment goes on: " + e.getMessage());
            finish(() -> getContext().onSuccess(ScriptAssessment.unknown(step.getEnvironment())));
        }
    }

    private void ask() throws IOException, InterruptedException {
        Wishes wishes = Wishes.of(step);
        Run<?, ?> run = run();
        GateSaid said = new GateService(Clock.systemUTC()).ask(run, wishes.question());
        if (said.mode() == GateMode.ENFORCE && !wishes.doubts().isEmpty()) {
            fail(new AbortException(String.join(" ", wishes.doubts())));
            return;
        }
        if (isFinished()) {
            return;
        }
        GateState state = state(said, wishes.rule());
        GateEntry entry = GateAction.of(run).add(node(), said, wishes.rule(), state, Instant.now());
        DecisionKeeper.keep(run, entry);
        new GateLines(GateLines.console(listener()), run).said(said, wishes.rule(), state);
        settle();
        if (isFinished()) {
            // It may have been stopped before it began to wait.
            end(GateState.ABORTED);
        }
    }

    private static GateState state(GateSaid said, WaitRule rule) {
        GateState open = said.assessment().isPresent() ? GateState.PASSED : GateState.NOT_ASSESSED;
        if (said.mode() == GateMode.ADVISE) {
            return open == GateState.PASSED ? GateState.ADVISED : open;
        }
        return switch (said.effective()) {
            case PROCEED, CANARY -> open;
            case APPROVE -> GateState.WAITING_FOR_APPROVAL;
            case BLOCK -> rule.getOverrideMillis() > 0 ? GateState.WAITING_FOR_OVERRIDE : GateState.BLOCKED;
        };
    }

    /** Goes on, fails or waits, as the entry of this step says. */
    private void settle() throws IOException, InterruptedException {
        Run<?, ?> run = run();
        GateEntry entry = entry().orElseThrow(() -> new IOException("what the gate said is gone"));
        GateState state = entry.getState();
        if (state.isWaiting()) {
            GateQueue.get().add(new WaitingGate(run, entry, this::goOn));
            entry.getDeadline().ifPresent(this::alarm);
            return;
        }
        new GateLines(GateLines.console(listener()), run).decided(entry);
        if (state.isOpen()) {
            finish(() -> getContext().onSuccess(ScriptAssessment.of(entry)));
        } else if (state == GateState.BLOCKED) {
            fail(new AbortException("The deployment to " + entry.getEnvironment() + " is blocked. "
                    + String.join(" ", entry.getReasons())));
        } else {
            boolean fails = state == GateState.TIMED_OUT && entry.getRule().isTimeoutFails();
            fail(new FlowInterruptedException(
                    fails ? Result.FAILURE : Result.ABORTED, true, GateInterruption.of(entry)));
        }
    }

    private void goOn() {
        Computer.threadPoolForRemoting.execute(this::begin);
    }

    private void alarm(Instant deadline) {
        long millis = Math.max(0, Duration.between(Instant.now(), deadline).toMillis());
        Timer.get()
                .schedule(
                        () -> Computer.threadPoolForRemoting.execute(() -> end(GateState.TIMED_OUT)),
                        millis,
                        TimeUnit.MILLISECONDS);
    }

    /** Ends the waiting without a person; nothing happens where it was decided meanwhile. */
    private void end(GateState state) {
        try {
            Run<?, ?> run = run();
            Optional<GateEntry> entry = entry();
            if (entry.isPresent() && new GateDecisions(GateAction.of(run), entry.get()).end(state, Instant.now())) {
                DecisionKeeper.keep(run, entry.get());
                GateQueue.get().decided(run, entry.get());
            }
        } catch (IOException | InterruptedException e) {
            LOGGER.log(Level.FINE, "A gate that is gone waits no longer", e);
        }
    }

    @Override
    public void stop(@NonNull Throwable cause) {
        // First, so that what the end of the waiting sets off finds this step finished.
        boolean first = isFirst();
        Computer.threadPoolForRemoting.execute(() -> {
            try {
                end(GateState.ABORTED);
            } finally {
                if (first) {
                    getContext().onFailure(cause);
                }
            }
        });
    }

    @Override
    public String getStatus() {
        try {
            return entry().filter(entry -> entry.getState().isWaiting())
                    .map(GateLines::waiting)
                    .orElse("asks the gate");
        } catch (IOException | InterruptedException e) {
            return null;
        }
    }

    private void fail(Throwable cause) {
        finish(() -> getContext().onFailure(cause));
    }

    private void finish(Runnable end) {
        if (isFirst()) {
            end.run();
        }
    }

    /** Several ends may come at once; the first counts. */
    private synchronized boolean isFirst() {
        boolean first = !finished;
        finished = true;
        return first;
    }

    private synchronized boolean isFinished() {
        return finished;
    }

    private void sayQuietly(String sentence) {
        try {
            GateLines.console(listener()).say(sentence);
        } catch (IOException | InterruptedException e) {
            LOGGER.log(Level.FINE, "Nothing can be said any more", e);
        }
    }

    private Optional<GateEntry> entry() throws IOException, InterruptedException {
        GateAction action = run().getAction(GateAction.class);
        return action == null ? Optional.empty() : action.askedBy(node());
    }

    private Run<?, ?> run() throws IOException, InterruptedException {
        return getContext().get(Run.class);
    }

    private String node() throws IOException, InterruptedException {
        return getContext().get(FlowNode.class).getId();
    }

    private TaskListener listener() throws IOException, InterruptedException {
        return getContext().get(TaskListener.class);
    }
}
