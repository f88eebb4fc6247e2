package io.jenkins.plugins.mlci.plugin.deploygate.step;

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
import org.jenkinsci.plugins.workflow.steps.StepContext;

/**
 * Keeps the start and the end of the deployment of one step. What was kept before a restart is not kept again. Nothing here fails
 * anybody's deployment. It remembers what it needs of the pipeline, since a step that was ended by force has nothing to ask any more.
 */
final class DeploymentNotes {
    private static final Logger LOGGER = Logger.getLogger(DeploymentNotes.class.getName());

    private final Run<?, ?> run;
    private final String node;
    private final BuildConsole console;

    /**
     * The notes of a step.
     *
     * @throws IOException when the step is gone
     */
    DeploymentNotes(StepContext context) throws IOException, InterruptedException {
        this.run = context.get(Run.class);
        this.node = context.get(FlowNode.class).getId();
        this.console = GateLines.console(context.get(TaskListener.class));
    }

    /** The deployment starts. */
    void start(DeploymentStep step) {
        try {
            if (entry().isPresent()) {
                return;
            }
            DeploymentEntry entry = new DeploymentService(Clock.systemUTC())
                    .started(run, node, step.getEnvironment(), step.getVersion());
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
    }

    /** The deployment is over. */
    void end(DeploymentResult result) {
        try {
            Optional<DeploymentEntry> entry =
                    entry().filter(each -> each.getResult().isEmpty());
            if (entry.isEmpty()) {
                return;
            }
            new DeploymentService(Clock.systemUTC())
                    .ended(run, entry.get(), result)
                    .ifPresent(problem ->
                            console.say("How this deployment went is not recorded: " + problem + later(entry.get())));
        } catch (RuntimeException | LinkageError e) {
            LOGGER.log(Level.WARNING, "The end of a deployment could not be recorded", e);
        }
    }

    private Optional<DeploymentEntry> entry() {
        return DeploymentAction.of(run).startedBy(node);
    }

    private static String later(DeploymentEntry entry) {
        return entry.isUnsent() ? " It will be sent when the history can be used again." : "";
    }
}
