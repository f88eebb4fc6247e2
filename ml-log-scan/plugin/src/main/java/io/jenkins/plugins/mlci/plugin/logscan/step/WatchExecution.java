package io.jenkins.plugins.mlci.plugin.logscan.step;

import hudson.model.Computer;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.remoting.SingleLaneExecutorService;
import io.jenkins.plugins.mlci.logscan.scan.BuildOutcome;
import io.jenkins.plugins.mlci.plugin.logscan.live.LiveBlocks;
import io.jenkins.plugins.mlci.plugin.logscan.live.LiveWatch;
import io.jenkins.plugins.mlci.plugin.logscan.report.ScanReport;
import io.jenkins.plugins.mlci.plugin.logscan.scan.Baselines;
import io.jenkins.plugins.mlci.plugin.logscan.scan.LastWords;
import io.jenkins.plugins.mlci.plugin.logscan.scan.StoppedBlocks;
import io.jenkins.plugins.mlci.plugin.shared.build.BuildConsole;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.CauseOfInterruption;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.log.TaskListenerDecorator;
import org.jenkinsci.plugins.workflow.steps.BodyExecution;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** Watches a block while it writes; when the block has ended its log is scanned. */
final class WatchExecution extends StepExecution {
    private static final long serialVersionUID = 1L;
    private static final Logger LOGGER = Logger.getLogger(WatchExecution.class.getName());
    /** A build that fails in a thousand places must not print a thousand warnings. */
    private static final int MOST_WARNINGS = 10;

    private final WatchLogStep step;
    private final String key = UUID.randomUUID().toString();
    private final AtomicInteger alerts = new AtomicInteger();
    private BodyExecution body;
    /** How the block was stopped; null when it was not. */
    private FlowInterruptedException stopped;

    private transient ExecutorService lane;

    WatchExecution(StepContext context, WatchLogStep step) {
        super(context);
        this.step = step;
    }

    @Override
    public boolean start() throws Exception {
        signOn();
        body = getContext()
                .newBodyInvoker()
                .withContext(
                        TaskListenerDecorator.merge(getContext().get(TaskListenerDecorator.class), LiveWatch.of(key)))
                .withCallback(new Ended(this))
                .start();
        return false;
    }

    @Override
    public void onResume() {
        try {
            signOn();
        } catch (IOException | InterruptedException e) {
            LOGGER.log(Level.WARNING, "A block is no longer watched", e);
        }
    }

    private void signOn() throws IOException, InterruptedException {
        LiveBlocks.open(key, Baselines.of(getContext().get(Run.class).getParent()), this::alert);
    }

    @Override
    public void stop(Throwable cause) {
        LiveBlocks.close(key);
        if (body != null) {
            body.cancel(cause);
        } else {
            getContext().onFailure(cause);
        }
    }

    /** Called from the log, which must not wait: what follows is done by another thread. */
    private void alert(String kind, String text) {
        if (alerts.incrementAndGet() <= MOST_WARNINGS) {
            lane().execute(() -> act(kind, text));
        }
    }

    /** One after the other, so that the block does not end before its alerts were acted on. */
    private synchronized ExecutorService lane() {
        if (lane == null) {
            lane = new SingleLaneExecutorService(Computer.threadPoolForRemoting);
        }
        return lane;
    }

    private void act(String kind, String text) {
        if (stopped != null) {
            return;
        }
        try {
            BuildConsole console = Judgement.console(getContext().get(TaskListener.class));
            String sentence = sentence(kind, text);
            if (step.onAlert().equals(WatchLogStep.STOP) && !kind.equals("error")) {
                LiveBlocks.close(key);
                // A block that failed, not a build that somebody aborted: what is done after failures is done, and a
                // retry may follow.
                stopped = new FlowInterruptedException(Result.FAILURE, false, new Alarm(sentence));
                StoppedBlocks.add(getContext().get(Run.class), text);
                console.say("Stopped: " + sentence);
                body.cancel(stopped);
            } else if (step.onAlert().equals(WatchLogStep.UNSTABLE)) {
                new Judgement(getContext().get(Run.class), getContext().get(FlowNode.class), console)
                        .unstable(sentence);
            } else {
                console.say(sentence);
            }
        } catch (IOException | RuntimeException e) {
            LOGGER.log(Level.FINE, "An alert came too late", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String sentence(String kind, String text) {
        return switch (kind) {
            case "secret" -> "The log shows a secret: " + text;
            case "never_seen" -> "No good build has this line: " + text;
            default -> "This line speaks of trouble: " + text;
        };
    }

    /** Scans, then lets the script go on; never on the thread of the script. */
    private void ended(StepContext context, Throwable thrown, Object value) {
        LiveBlocks.close(key);
        lane().execute(() -> {
            // A block may be over before it can be stopped.
            Throwable failure = thrown == null ? stopped : thrown;
            try {
                Run<?, ?> run = context.get(Run.class);
                Judgement judgement = new Judgement(
                        run, context.get(FlowNode.class), Judgement.console(context.get(TaskListener.class)));
                Optional<ScanReport> report = failure == null
                        ? judgement.scan(passed(run), LastWords.NONE)
                        : judgement.scan(BuildOutcome.FAILED, LastWords.of(failure));
                if (failure == null && report.isPresent()) {
                    judgement.hold(step.gates(), report.get());
                }
            } catch (IOException | RuntimeException e) {
                context.onFailure(failure == null ? e : failure);
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (failure == null) {
                context.onSuccess(value);
            } else {
                context.onFailure(failure);
            }
        });
    }

    /** Where no good build is known, words alone convict no block that went well: many tests print the errors that they wait for. */
    private static BuildOutcome passed(Run<?, ?> run) {
        return Baselines.of(run.getParent()).builds() == 0 ? BuildOutcome.GOOD : BuildOutcome.UNKNOWN;
    }

    /** The end of the block. */
    private static final class Ended extends BodyExecutionCallback {
        private static final long serialVersionUID = 1L;

        private final WatchExecution execution;

        Ended(WatchExecution execution) {
            this.execution = execution;
        }

        @Override
        public void onSuccess(StepContext context, Object result) {
            execution.ended(context, null, result);
        }

        @Override
        public void onFailure(StepContext context, Throwable failure) {
            execution.ended(context, failure, null);
        }
    }

    /** Why a block was stopped. */
    private static final class Alarm extends CauseOfInterruption {
        private static final long serialVersionUID = 1L;

        private final String sentence;

        Alarm(String sentence) {
            this.sentence = sentence;
        }

        @Override
        public String getShortDescription() {
            return sentence;
        }

        /** Printed when the build ends: as a line of this plugin, so that a scan does not take it for evidence. */
        @Override
        public void print(TaskListener listener) {
            Judgement.console(listener).say(sentence);
        }
    }
}
