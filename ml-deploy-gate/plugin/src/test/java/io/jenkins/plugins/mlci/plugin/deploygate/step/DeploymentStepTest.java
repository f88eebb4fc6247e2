package io.jenkins.plugins.mlci.plugin.deploygate.step;

import static io.jenkins.plugins.mlci.plugin.deploygate.Pipelines.job;
import static io.jenkins.plugins.mlci.plugin.deploygate.Pipelines.run;
import static io.jenkins.plugins.mlci.plugin.deploygate.Pipelines.script;
import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.mlci.deploygate.change.FactsJson;
import io.jenkins.plugins.mlci.deploygate.delivery.DeliveryReader;
import io.jenkins.plugins.mlci.plugin.deploygate.record.DeploymentAction;
import io.jenkins.plugins.mlci.plugin.shared.config.MachineLearningConfiguration;
import io.jenkins.plugins.mlci.plugin.shared.config.PostgreSqlHistory;
import io.jenkins.plugins.mlci.plugin.shared.store.SharedHistory;
import io.jenkins.plugins.mlci.shared.history.Deployment;
import io.jenkins.plugins.mlci.shared.history.DeploymentOutcome;
import io.jenkins.plugins.mlci.shared.history.DeploymentResult;
import java.util.List;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class DeploymentStepTest {
    @Test
    void startVersionAndEndAreKept(JenkinsRule jenkins) throws Exception {
        run(
                jenkins,
                job(jenkins, "shop", "mlDeployment(environment: 'prod', version: '1.0') { echo 'deploys' }"),
                Result.SUCCESS);

        Deployment kept =
                SharedHistory.get().open().deployments().find("shop#1@prod").orElseThrow();
        assertThat(DeliveryReader.version(kept)).isEqualTo("1.0");
        assertThat(FactsJson.read(kept).environment()).isEqualTo("prod");
        assertThat(results("shop#1@prod")).containsExactly(DeploymentResult.SUCCEEDED);
    }

    @Test
    void aFailureAndAStopAreToldApart(JenkinsRule jenkins) throws Exception {
        WorkflowJob job = job(jenkins, "shop", "mlDeployment('prod') { error 'no space' }");
        WorkflowRun failed = run(jenkins, job, Result.FAILURE);
        assertThat(results("shop#1@prod")).containsExactly(DeploymentResult.FAILED);
        jenkins.assertLogContains("no space", failed);

        script(job, "mlDeployment('prod') { echo 'inside'; sleep 99 }");
        WorkflowRun stopped = job.scheduleBuild2(0).waitForStart();
        jenkins.waitForMessage("inside\n", stopped);
        stopped.getExecutor().interrupt();
        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(stopped));
        assertThat(results("shop#2@prod")).containsExactly(DeploymentResult.ABORTED);
    }

    @Test
    void aTimeLimitInsideIsAFailure(JenkinsRule jenkins) throws Exception {
        run(
                jenkins,
                job(jenkins, "shop", "mlDeployment('prod') { timeout(time: 1, unit: 'SECONDS') { sleep 99 } }"),
                Result.ABORTED);
        assertThat(results("shop#1@prod")).containsExactly(DeploymentResult.FAILED);
    }

    @Test
    void anEarlierVersionThatComesBackIsARollback(JenkinsRule jenkins) throws Exception {
        WorkflowJob job = job(jenkins, "shop", "mlDeployment(environment: 'prod', version: '1.0') { echo 'deploys' }");
        run(jenkins, job, Result.SUCCESS);
        script(job, "mlDeployment(environment: 'prod', version: '2.0') { echo 'deploys' }");
        run(jenkins, job, Result.SUCCESS);
        script(job, "mlDeployment(environment: 'prod', version: '1.0') { echo 'deploys' }");
        WorkflowRun back = run(jenkins, job, Result.SUCCESS);

        jenkins.assertLogContains("rolled back are: shop#2@prod.", back);
        assertThat(results("shop#2@prod")).containsExactly(DeploymentResult.SUCCEEDED, DeploymentResult.ROLLED_BACK);
        assertThat(DeploymentAction.entries(back).get(0).getTakenBack()).containsExactly("shop#2@prod");
    }

    @Test
    void anOutcomeFromBeforeItsDeploymentFailsTheStep(JenkinsRule jenkins) throws Exception {
        WorkflowRun run = run(jenkins, job(jenkins, "shop", """
                mlDeployment('prod') { echo 'deploys' }
                mlRecordOutcome environment: 'prod', result: 'failure', at: '2020-01-01T00:00:00Z'
                """), Result.FAILURE);

        jenkins.assertLogContains("its outcome cannot be known at 2020-01-01T00:00:00Z already.", run);
        assertThat(results("shop#1@prod")).containsExactly(DeploymentResult.SUCCEEDED);
    }

    @Test
    void twoBlocksOfOneBuildAreTwoDeployments(JenkinsRule jenkins) throws Exception {
        WorkflowRun run = run(jenkins, job(jenkins, "shop", """
                mlDeployment('test') { echo 'deploys' }
                mlDeployment('prod') { echo 'deploys' }
                def gate = mlDeployGate('prod')
                echo "next=${gate.deployment}"
                mlDeployment('prod') { echo 'deploys again' }
                """), Result.SUCCESS);

        jenkins.assertLogContains("next=shop#1@prod-2", run);
        assertThat(DeploymentAction.entries(run))
                .extracting(each -> each.getId())
                .containsExactly("shop#1@test", "shop#1@prod", "shop#1@prod-2");
    }

    @Test
    void withoutAnEnvironmentNothingRunsAndTheErrorSaysWhatIsMissing(JenkinsRule jenkins) throws Exception {
        for (String argument : List.of("", "''", "environment: ' '")) {
            WorkflowJob job =
                    job(jenkins, "shop" + argument.length(), "mlDeployment(" + argument + ") { echo 'deploys' }");
            WorkflowRun run = run(jenkins, job, Result.FAILURE);

            assertThat(JenkinsRule.getLog(run))
                    .contains(
                            "ERROR: mlDeployment does not say where to deploy. Write for example mlDeployment('prod')")
                    .doesNotContain("\tat ", "deploys");
            assertThat(DeploymentAction.entries(run)).isEmpty();
        }
    }

    @Test
    void aBrokenHistoryFailsNobodysDeployment(JenkinsRule jenkins) throws Exception {
        MachineLearningConfiguration.get()
                .setHistory(new PostgreSqlHistory("jdbc:postgresql://localhost:1/nothing", ""));
        WorkflowRun run = run(jenkins, job(jenkins, "shop", "mlDeployment('prod') { echo 'deploys' }"), Result.SUCCESS);

        jenkins.assertLogContains("[ml-deploy-gate] This deployment to prod is not recorded: ", run);
        jenkins.assertLogContains("deploys", run);
        assertThat(DeploymentAction.entries(run).get(0).getProblem()).isNotEmpty();
    }

    private static List<DeploymentResult> results(String deployment) {
        return SharedHistory.get().open().deployments().outcomes(deployment).stream()
                .map(DeploymentOutcome::result)
                .toList();
    }
}
