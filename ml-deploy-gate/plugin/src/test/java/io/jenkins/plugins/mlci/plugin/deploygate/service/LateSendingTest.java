package io.jenkins.plugins.mlci.plugin.deploygate.service;

import static io.jenkins.plugins.mlci.plugin.deploygate.Pipelines.enforced;
import static io.jenkins.plugins.mlci.plugin.deploygate.Pipelines.gate;
import static io.jenkins.plugins.mlci.plugin.deploygate.Pipelines.job;
import static io.jenkins.plugins.mlci.plugin.deploygate.Pipelines.run;
import static io.jenkins.plugins.mlci.plugin.deploygate.Pipelines.script;
import static io.jenkins.plugins.mlci.plugin.deploygate.Pipelines.startAs;
import static io.jenkins.plugins.mlci.plugin.deploygate.service.Away.LATER;
import static io.jenkins.plugins.mlci.plugin.deploygate.service.Away.breakHistory;
import static io.jenkins.plugins.mlci.plugin.deploygate.service.Away.mendHistory;
import static io.jenkins.plugins.mlci.plugin.deploygate.service.Away.outcomes;
import static io.jenkins.plugins.mlci.plugin.deploygate.service.Away.send;
import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.mlci.deploygate.delivery.DeliveryReader;
import io.jenkins.plugins.mlci.plugin.deploygate.approve.Decide;
import io.jenkins.plugins.mlci.plugin.deploygate.record.DeploymentAction;
import io.jenkins.plugins.mlci.plugin.deploygate.record.DeploymentEntry;
import io.jenkins.plugins.mlci.plugin.shared.store.SharedHistory;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.Deployment;
import io.jenkins.plugins.mlci.shared.history.DeploymentOutcome;
import io.jenkins.plugins.mlci.shared.history.DeploymentResult;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

class LateSendingTest {
    @RegisterExtension
    private final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    @Test
    void anOutcomeIsSentOnceWhenTheHistoryWorksAgain() throws Throwable {
        sessions.then(jenkins -> {
            breakHistory();
            WorkflowRun run = run(jenkins, deploying(jenkins, "1.0"), Result.SUCCESS);
            jenkins.assertLogContains("This deployment to prod is not recorded: ", run);
            jenkins.assertLogContains("How this deployment went is not recorded: ", run);
            jenkins.assertLogContains(LATER, run);
            assertThat(entry(run).isStartUnsent() && entry(run).isEndUnsent()).isTrue();
            send();
            assertThat(UnsentBuilds.get().all()).containsExactly(new BuildId("shop", 1));

            mendHistory();
            send();
            send();
            Deployment kept =
                    SharedHistory.get().open().deployments().find("shop#1@prod").orElseThrow();
            assertThat(DeliveryReader.version(kept)).isEqualTo("1.0");
            assertThat(kept.started()).isEqualTo(entry(run).getStarted());
            assertThat(outcomes("shop#1@prod")).singleElement().satisfies(outcome -> assertThat(outcome.observed())
                    .isEqualTo(entry(run).getEnded().orElseThrow()));
            assertThat(entry(run).isUnsent()).isFalse();
            assertThat(entry(run).getProblem()).isEmpty();
            assertThat(UnsentBuilds.get().all()).isEmpty();
        });
    }

    @Test
    void onlyTheEndIsLateWhenTheHistoryBreaksMeanwhile() throws Throwable {
        sessions.then(jenkins -> {
            WorkflowJob job = job(
                    jenkins,
                    "shop",
                    "mlDeployment(environment: 'prod', version: '1.0') { " + enforced("approve", "") + " }");
            WorkflowRun run = startAs(jenkins, job, "alice", "Waits for");
            breakHistory();
            new Decide(run, gate(run)).approve("");
            jenkins.assertBuildStatus(Result.SUCCESS, jenkins.waitForCompletion(run));
            jenkins.assertLogContains("How this deployment went is not recorded: ", run);
            assertThat(entry(run).isStartUnsent()).isFalse();
            assertThat(entry(run).isEndUnsent()).isTrue();
            mendHistory();
            send();
            assertThat(outcomes("shop#1@prod")).hasSize(1);
        });
    }

    @Test
    void aRestartInBetweenLosesNothing() throws Throwable {
        sessions.then(jenkins -> {
            WorkflowJob job = deploying(jenkins, "1.0");
            run(jenkins, job, Result.SUCCESS);
            script(job, "mlDeployment(environment: 'prod', version: '2.0') { echo 'deploys' }");
            run(jenkins, job, Result.SUCCESS);
            breakHistory();
            script(job, "mlDeployment(environment: 'prod', version: '1.0') { error 'no space' }");
            run(jenkins, job, Result.FAILURE);
            job.renameTo("store");
        });
        sessions.then(jenkins -> {
            WorkflowRun run = jenkins.jenkins
                    .getItemByFullName("store", WorkflowJob.class)
                    .getLastBuild();
            assertThat(entry(run).isUnsent()).isTrue();
            mendHistory();
            send();
            assertThat(outcomes("shop#3@prod"))
                    .extracting(DeploymentOutcome::result)
                    .containsExactly(DeploymentResult.FAILED);
            assertThat(SharedHistory.get().open().deployments().newest("store", "prod", 9))
                    .extracting(Deployment::id)
                    .containsExactly("shop#3@prod", "shop#2@prod", "shop#1@prod");
            assertThat(UnsentBuilds.get().all()).isEmpty();
        });
    }

    @Test
    void aVersionThatWasRolledBackMeanwhileIsMarked() throws Throwable {
        sessions.then(jenkins -> {
            WorkflowJob job = deploying(jenkins, "1.0");
            run(jenkins, job, Result.SUCCESS);
            breakHistory();
            script(job, "mlDeployment(environment: 'prod', version: '2.0') { echo 'deploys' }");
            run(jenkins, job, Result.SUCCESS);
            mendHistory();
            script(job, "mlDeployment(environment: 'prod', version: '1.0') { echo 'deploys' }");
            run(jenkins, job, Result.SUCCESS);
            send();
            send();
            assertThat(outcomes("shop#2@prod"))
                    .extracting(DeploymentOutcome::result)
                    .containsExactly(DeploymentResult.SUCCEEDED, DeploymentResult.ROLLED_BACK);
            assertThat(outcomes("shop#1@prod")).hasSize(1);
            assertThat(outcomes("shop#3@prod")).hasSize(1);
        });
    }

    @Test
    void aDeploymentOfADeletedBuildIsLeftOut() throws Throwable {
        sessions.then(jenkins -> {
            breakHistory();
            WorkflowJob job = deploying(jenkins, "1.0");
            run(jenkins, job, Result.SUCCESS).delete();
            run(jenkins, job, Result.SUCCESS);
            mendHistory();
            send();
            assertThat(UnsentBuilds.get().all()).isEmpty();
            assertThat(SharedHistory.get().open().deployments().find("shop#1@prod"))
                    .isEmpty();
            assertThat(outcomes("shop#2@prod")).hasSize(1);
        });
    }

    @Test
    void theListIsBoundedAndBearsDamage(@TempDir Path temporary) throws Exception {
        Path folder = temporary.resolve("deep");
        Path file = folder.resolve(UnsentBuilds.NAME);
        UnsentBuilds list = new UnsentBuilds(folder, 2);
        for (int number = 1; number <= 3; number++) {
            list.add(new BuildId("folder/a job", number));
        }
        list.add(new BuildId("folder/a job", 3));
        assertThat(new UnsentBuilds(folder, 2).all())
                .containsExactly(new BuildId("folder/a job", 2), new BuildId("folder/a job", 3));
        list.renamed("folder/a job", "b");
        Files.writeString(file, Files.readString(file) + "\nno build\n7 \n");
        assertThat(new UnsentBuilds(folder, 2).all()).containsExactly(new BuildId("b", 2), new BuildId("b", 3));
    }

    private static WorkflowJob deploying(JenkinsRule jenkins, String version) throws Exception {
        return job(jenkins, "shop", "mlDeployment(environment: 'prod', version: '" + version + "') { echo 'deploys' }");
    }

    private static DeploymentEntry entry(WorkflowRun run) {
        return DeploymentAction.entries(run).get(0);
    }
}
