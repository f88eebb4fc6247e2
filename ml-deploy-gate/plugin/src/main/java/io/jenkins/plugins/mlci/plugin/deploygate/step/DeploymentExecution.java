package io.jenkins.plugins.mlci.plugin.deploygate.step;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.AbortException;
import hudson.model.Computer;
import hudson.model.Result;
import io.jenkins.plugins.mlci.shared.history.DeploymentResult;
import java.io.IOException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.steps.BodyExecution;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/**
 * Records the start, runs the block, records the end. Nothing of the recording can fail the block. It is done outside of the
 * pipeline's thread, in threads that nobody interrupts: a stop waits until what is being written is written. A deployment that was
 * stopped before its block began is recorded as aborted. What a restart cuts off is done again after it.
 */
final class DeploymentExecution extends StepExecution {
    private static final long serialVersionUID = 2L;
    private static final Logger LOGGER = Logger.getLogger(DeploymentExecution.class.getName());

    private final DeploymentStep step;

    /** What follows is kept over a restart: how far the step has come, and only changed in the pipeline's thread. */
    private boolean begun;

    private boolean stoppedBefore;
    private DeploymentResult result;
    private Throwable failure;

    /** What the block returned; not kept over a restart, since it may be anything. */
    private transient Object value;

    private transient Throwable stopped;
    private transient BodyExecution body;

    DeploymentExecution(StepContext context, DeploymentStep step) {
        super(context);
        this.step = step;
    }

    @Override
    public boolean start() throws AbortException {
        if (step.getEnvironment().isEmpty()) {
            throw new AbortException(
                    "mlDeployment does not say where to deploy. Write for example mlDeployment('prod') { ... }.");
        }
        Computer.threadPoolForRemoting.execute(this::begin);
        return false;
    }

    @Override
    public synchronized void onResume() {
        if (!begun) {
            Computer.threadPoolForRemoting.execute(this::begin);
        } else if (result != null) {
            Computer.threadPoolForRemoting.execute(this::end);
        }
    }

    private void begin() {
        notes().ifPresent(notes -> {
            notes.start(step);
            invoke().ifPresent(why -> {
                notes.end(DeploymentResult.ABORTED);
                getContext().onFailure(why);
            });
        });
    }

    /** Lets the block run, or says why it does not. */
    private synchronized Optional<Throwable> invoke() {
        if (stopped == null) {
            try {
                body = getContext()
                        .newBodyInvoker()
                        .withCallback(new Progress())
                        .start();
            } catch (IllegalStateException e) {
                // The step was ended by force meanwhile, so that there is no block to run any more.
                stopped = e;
            }
        }
        return Optional.ofNullable(stopped);
    }

    private void end() {
        DeploymentResult how;
        Throwable why;
        synchronized (this) {
            how = result;
            why = failure == null ? stopped : failure;
        }
        notes().ifPresent(notes -> {
            notes.end(how);
            if (why == null) {
                getContext().onSuccess(value());
            } else {
                getContext().onFailure(why);
            }
        });
    }

    private synchronized Object value() {
        return value;
    }

    /** None when the step is gone; then it has been ended. */
    private Optional<DeploymentNotes> notes() {
        try {
            return Optional.of(new DeploymentNotes(getContext()));
        } catch (IOException | InterruptedException e) {
            LOGGER.log(Level.FINE, "A deployment that is gone is not recorded", e);
            getContext().onFailure(e);
            return Optional.empty();
        }
    }

    @Override
    public void stop(@NonNull Throwable cause) throws Exception {
        BodyExecution running;
        boolean ending;
        synchronized (this) {
            stopped = stopped == null ? cause : stopped;
            stoppedBefore |= !begun;
            running = body;
            ending = result != null;
            if (running == null && !begun) {
                // What is recording the start sees it, and ends the step.
                return;
            }
        }
        if (running != null) {
            running.cancel(cause);
        } else if (!ending) {
            super.stop(cause);
        }
    }

    @Override
    public synchronized String getStatus() {
        if (!begun) {
            return "records the start of a deployment";
        }
        return result == null ? "deploys" : "records the end of a deployment";
    }

    /** To be stopped by a person or a newer build says nothing of the change. A time limit says something. */
    private static boolean isAbort(Throwable failure) {
        return failure instanceof FlowInterruptedException interrupted
                && interrupted.getResult() == Result.ABORTED
                && interrupted.getCauses().stream()
                        .noneMatch(cause -> cause.getClass().getSimpleName().contains("Timeout"));
    }

    private synchronized void begins() {
        begun = true;
    }

    private synchronized void succeeded(Object returned) {
        result = DeploymentResult.SUCCEEDED;
        value = returned;
    }

    private synchronized void failed(Throwable why) {
        result = stoppedBefore || isAbort(why) ? DeploymentResult.ABORTED : DeploymentResult.FAILED;
        failure = why;
    }

    /** Hears in the pipeline's thread how far the block is. */
    private final class Progress extends BodyExecutionCallback {
        private static final long serialVersionUID = 1L;

        @Override
        public void onStart(StepContext context) {
            begins();
        }

        @Override
        public void onSuccess(StepContext context, Object returned) {
            succeeded(returned);
            Computer.threadPoolForRemoting.execute(DeploymentExecution.this::end);
        }

        @Override
        public void onFailure(StepContext context, Throwable why) {
            failed(why);
            Computer.threadPoolForRemoting.execute(DeploymentExecution.this::end);
        }
    }
}
