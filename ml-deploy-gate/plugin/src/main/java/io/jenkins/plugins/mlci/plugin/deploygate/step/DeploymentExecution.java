package io.jenkins.plugins.mlci.plugin.deploygate.step;

import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.mlci.plugin.deploygate.record.DeploymentAction;
import io.jenkins.plugins.mlci.plugin.deploygate.record.DeploymentEntry;
import io.jenkins.plugins.mlci.plugin.deploygate.service.DeploymentService;
import io.jenkins.plugins.mlci.plugin.shared.build.BuildConsole;
import io.jenkins.plugins.mlci.shared.history.DeploymentResult;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.GeneralNonBlockingStepExecution;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Records the start, runs the block, records the end. Nothing of the recording can fail the block. */
final class DeploymentExecution extends GeneralNonBlockingStepExecution {
    private static final long serialVersionUID = 1L;
    private static final Logger LOGGER = Logger.getLogger(DeploymentExecution.class.getName());

    private final DeploymentStep step;

    DeploymentExecution(StepContext context, DeploymentStep step) {
        super(context);
        this.step = step;
    }

    @Override
    public boolean start() {
        run(this::begin);
        return false;
    }

    private void begin() throws IOException, InterruptedException {
        StepContext context = getContext();
        BuildConsole console = GateLines.console(context.get(TaskListener.class));
        String node = context.get(FlowNode.class).getId();
        try {
            DeploymentEntry entry = new DeploymentService(Clock.systemUTC())
                    .started(context.get(Run.class), node, step.getEnvironment(), step.getVersion());
            if (!entry.getProblem().isEmpty()) {
                console.say("This deployment to " + entry.getEnvironment() + " is not recorded: " + entry.getProblem()
                        + later(entry));
            }
            if (!entry.getTakenBack().isEmpty()) {
                console.say("This puts an earlier version back into " + entry.getEnvironment()
                        + ", so rolled back are: " + String.join(", ", entry.getTakenBack()) + ".");
            }
        } catch (RuntimeException | LinkageError e) {
            LOGGER.log(Level.WARNING, "The start of a deployment could not be recorded", e);
            console.say("This deployment is not recorded: " + e.getMessage());
        }
        context.newBodyInvoker().withCallback(new Ended(node)).start();
    }

    /** Records how the block ended, in another thread than the pipeline's. */
    private final class Ended extends BodyExecutionCallback {
        private static final long serialVersionUID = 1L;

        private final String node;

        Ended(String node) {
            this.node = node;
        }

        @Override
        public void onSuccess(StepContext context, Object result) {
            run(() -> {
                record(context, node, DeploymentResult.SUCCEEDED);
                context.onSuccess(result);
            });
        }

        @Override
        public void onFailure(StepContext context, Throwable failure) {
            run(() -> {
                record(context, node, isAbort(failure) ? DeploymentResult.ABORTED : DeploymentResult.FAILED);
                context.onFailure(failure);
            });
        }
    }

    private static String later(DeploymentEntry entry) {
        return entry.isUnsent() ? " It will be sent when the history can be used again." : "";
    }

    /** To be stopped by a person or a newer build says nothing of the change. A time limit says something. */
    private static boolean isAbort(Throwable failure) {
        return failure instanceof FlowInterruptedException interrupted
                && interrupted.getResult() == Result.ABORTED
                && interrupted.getCauses().stream()
                        .noneMatch(cause -> cause.getClass().getSimpleName().contains("Timeout"));
    }

    private static void record(StepContext context, String node, DeploymentResult result) {
        try {
            Run<?, ?> run = context.get(Run.class);
            Optional<DeploymentEntry> entry = DeploymentAction.of(run).startedBy(node);
            if (entry.isPresent()) {
                Optional<String> problem = new DeploymentService(Clock.systemUTC()).ended(run, entry.get(), result);
                if (problem.isPresent()) {
                    GateLines.console(context.get(TaskListener.class))
                            .say("How this deployment went is not recorded: " + problem.get() + later(entry.get()));
                }
            }
        } catch (IOException | InterruptedException | RuntimeException | LinkageError e) {
            LOGGER.log(Level.WARNING, "The end of a deployment could not be recorded", e);
        }
    }
}
