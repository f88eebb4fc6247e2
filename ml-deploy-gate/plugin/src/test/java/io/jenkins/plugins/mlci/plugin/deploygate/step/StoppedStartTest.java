package io.jenkins.plugins.mlci.plugin.deploygate.step;

import static io.jenkins.plugins.mlci.plugin.deploygate.Pipelines.job;
import static io.jenkins.plugins.mlci.plugin.deploygate.Pipelines.run;
import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.mlci.plugin.deploygate.record.DeploymentAction;
import io.jenkins.plugins.mlci.plugin.deploygate.record.DeploymentEntry;
import io.jenkins.plugins.mlci.plugin.shared.store.SharedHistory;
import io.jenkins.plugins.mlci.shared.history.DeploymentOutcome;
import io.jenkins.plugins.mlci.shared.history.DeploymentResult;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jenkins.model.CauseOfInterruption;
import org.jenkinsci.plugins.workflow.flow.GraphListener;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** A stop that comes while the start of a deployment is being recorded. */
@WithJenkins
class StoppedStartTest {
    @Test
    void theBlockDoesNotRunAndTheDeploymentIsAborted(JenkinsRule jenkins) throws Exception {
        WorkflowJob job = job(jenkins, "held", "echo 'ready'; sleep 2; mlDeployment('prod') { echo 'inside' }");
        WorkflowRun run = job.scheduleBuild2(0).waitForStart();
        jenkins.waitForMessage("ready\n", run);
        // Who holds the record of the deployments keeps their start from being recorded.
        synchronized (DeploymentAction.of(run)) {
            deployment(run)
                    .stop(new FlowInterruptedException(
                            Result.ABORTED, new CauseOfInterruption.UserInterruption("alice")));
        }

        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(run));
        assertThat(JenkinsRule.getLog(run)).doesNotContain("inside", "IllegalStateException", "\tat ");
        assertThat(DeploymentAction.entries(run)).singleElement().satisfies(entry -> {
            assertThat(entry.getResult()).isEqualTo("aborted");
            assertThat(entry.isUnsent()).isFalse();
        });
        assertThat(SharedHistory.get().open().deployments().outcomes("held#1@prod"))
                .extracting(DeploymentOutcome::result)
                .containsExactly(DeploymentResult.ABORTED);
    }

    /** The step, once it has started: the pipeline's thread, which makes its node, also starts it before it answers. */
    private static StepExecution deployment(WorkflowRun run) throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        GraphListener listener = node -> {
            if (node.getDisplayFunctionName().equals("mlDeployment")) {
                begun.countDown();
            }
        };
        run.getExecution().addListener(listener);
        assertThat(begun.await(1, TimeUnit.MINUTES)).as("the deployment starts").isTrue();
        return run.getExecution().getCurrentExecutions(false).get().stream()
                .filter(DeploymentExecution.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whereverAShortTimeLimitStrikesTheEndIsKnown(JenkinsRule jenkins) throws Exception {
        WorkflowRun run = run(jenkins, job(jenkins, "shop", """
                for (int i = 0; i < 12; i++) {
                    try {
                        timeout(time: 1 + 10 * i, unit: 'MILLISECONDS') { mlDeployment('prod') { sleep 5 } }
                    } catch (e) {
                        echo "stopped by ${e.class.simpleName}"
                    }
                }
                """), Result.SUCCESS);

        assertThat(JenkinsRule.getLog(run))
                .contains("stopped by FlowInterruptedException")
                .doesNotContain("IllegalStateException", "could not be kept");
        assertThat(DeploymentAction.entries(run))
                .isNotEmpty()
                .extracting(DeploymentEntry::getResult)
                .isSubsetOf("aborted", "failed");
    }
}
