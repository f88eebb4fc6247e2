package io.jenkins.plugins.mlci.plugin.deploygate.step;

import static io.jenkins.plugins.mlci.plugin.deploygate.Pipelines.enforced;
import static io.jenkins.plugins.mlci.plugin.deploygate.Pipelines.gate;
import static io.jenkins.plugins.mlci.plugin.deploygate.Pipelines.job;
import static io.jenkins.plugins.mlci.plugin.deploygate.Pipelines.startAs;
import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.mlci.plugin.deploygate.approve.Decide;
import io.jenkins.plugins.mlci.plugin.deploygate.record.DeploymentAction;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateAction;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateState;
import io.jenkins.plugins.mlci.plugin.shared.store.SharedHistory;
import io.jenkins.plugins.mlci.shared.history.DeploymentOutcome;
import io.jenkins.plugins.mlci.shared.history.DeploymentResult;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

class RestartTest {
    @RegisterExtension
    private final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    @Test
    void aGateWaitsOnAfterARestart() throws Throwable {
        sessions.then(jenkins -> startAs(
                jenkins,
                job(
                        jenkins,
                        "shop",
                        "def gate = " + enforced("approve", ", approvers: 1")
                                + "\nsleep 1\necho \"state=${gate.state} low=${gate.low > 0}\""),
                "alice",
                "Waits for 1 approval"));
        sessions.then(jenkins -> {
            WorkflowRun run = last(jenkins);
            assertThat(gate(run).getState()).isEqualTo(GateState.WAITING_FOR_APPROVAL);
            new Decide(run, gate(run)).approve("after the restart");
            jenkins.assertBuildStatus(Result.SUCCESS, jenkins.waitForCompletion(run));
            jenkins.assertLogContains("state=approved low=true", run);
            assertThat(GateAction.entries(run)).hasSize(1);
        });
        sessions.then(jenkins -> {
            assertThat(gate(last(jenkins)).getApprovals()).singleElement().satisfies(say -> assertThat(say.getReason())
                    .isEqualTo("after the restart"));
            assertThat(gate(last(jenkins)).readAssessment().path("verdict").asText())
                    .isEqualTo("approve");
        });
    }

    @Test
    void theTimeGoesOnDuringARestart() throws Throwable {
        sessions.then(jenkins -> startAs(
                jenkins,
                job(jenkins, "shop", enforced("approve", ", timeout: '10s'")),
                "alice",
                "Waits for 1 approval"));
        sessions.then(jenkins -> {
            WorkflowRun run = last(jenkins);
            jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(run));
            assertThat(gate(run).getState()).isEqualTo(GateState.TIMED_OUT);
        });
    }

    @Test
    void aDeploymentGoesOnAfterARestart() throws Throwable {
        sessions.then(jenkins -> {
            WorkflowJob job = job(
                    jenkins,
                    "shop",
                    "mlDeployment(environment: 'prod', version: '1.0') { echo 'inside'; sleep 3; echo 'done' }");
            WorkflowRun run = job.scheduleBuild2(0).waitForStart();
            jenkins.waitForMessage("inside\n", run);
        });
        sessions.then(jenkins -> {
            WorkflowRun run = last(jenkins);
            jenkins.assertBuildStatus(Result.SUCCESS, jenkins.waitForCompletion(run));
            assertThat(DeploymentAction.entries(run)).singleElement().satisfies(entry -> assertThat(entry.getResult())
                    .isEqualTo("succeeded"));
            assertThat(SharedHistory.get().open().deployments().outcomes("shop#1@prod"))
                    .extracting(DeploymentOutcome::result)
                    .containsExactly(DeploymentResult.SUCCEEDED);
        });
    }

    private static WorkflowRun last(JenkinsRule jenkins) {
        return jenkins.jenkins.getItemByFullName("shop", WorkflowJob.class).getLastBuild();
    }
}
