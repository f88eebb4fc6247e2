package io.jenkins.plugins.mlci.plugin.deploygate.step;

import static io.jenkins.plugins.mlci.plugin.deploygate.Pipelines.job;
import static io.jenkins.plugins.mlci.plugin.deploygate.Pipelines.run;
import static io.jenkins.plugins.mlci.plugin.deploygate.Pipelines.script;
import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Item;
import hudson.model.Result;
import hudson.model.User;
import io.jenkins.plugins.mlci.plugin.deploygate.service.GatePermissions;
import io.jenkins.plugins.mlci.plugin.shared.store.SharedHistory;
import io.jenkins.plugins.mlci.shared.history.DeploymentOutcome;
import io.jenkins.plugins.mlci.shared.history.DeploymentResult;
import jenkins.model.Jenkins;
import jenkins.security.QueueItemAuthenticatorConfiguration;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.MockQueueItemAuthenticator;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class OutcomePermissionTest {
    private static final String REFUSED =
            "take the permission Machine learning/RecordOutcome, which the user of this build, dev, does not have.";

    private JenkinsRule jenkins;
    private WorkflowJob watch;

    @BeforeEach
    void deployed(JenkinsRule rule) throws Exception {
        jenkins = rule;
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ, Item.READ, Item.BUILD)
                .everywhere()
                .to("dev", "pager")
                .grant(GatePermissions.RECORD)
                .everywhere()
                .to("pager"));
        run(jenkins, job(jenkins, "shop", "mlDeployment('prod') { echo 'deploys' }"), Result.SUCCESS);
        watch = job(jenkins, "watch", "mlDeployment('test') { echo 'deploys' }");
        run(jenkins, watch, Result.SUCCESS);
    }

    @Test
    void whoLacksThePermissionRecordsOnlyForTheOwnJob() throws Exception {
        runAs("dev");
        records("deployment: 'watch#1@test', result: 'rolled-back'", Result.SUCCESS);
        records("job: 'watch', environment: 'test', result: 'incident'", Result.SUCCESS);
        assertThat(SharedHistory.get().open().deployments().outcomes("watch#1@test"))
                .extracting(DeploymentOutcome::result)
                .containsExactly(DeploymentResult.SUCCEEDED, DeploymentResult.ROLLED_BACK, DeploymentResult.INCIDENT);
        jenkins.assertLogContains(
                "No such deployment is known",
                records("job: 'watch', environment: 'nowhere', result: 'incident'", Result.SUCCESS));

        for (String refused : new String[] {
            "deployment: 'shop#1@prod', result: 'rolled-back'",
            "deployment: 'shop#99@prod', result: 'rolled-back'",
            "environment: 'prod', result: 'rolled-back'",
            "job: 'shop', environment: 'prod', result: 'rolled-back'",
            "type: 'incident', id: 'INC-1', environment: 'prod', title: 'down'",
            "type: 'resolution', id: 'INC-1', text: 'up'"
        }) {
            jenkins.assertLogContains(REFUSED, records(refused, Result.FAILURE));
        }
        assertThat(SharedHistory.get().open().deployments().outcomes("shop#1@prod"))
                .hasSize(1);
        assertThat(SharedHistory.get().open().incidents().find("INC-1")).isEmpty();
    }

    @Test
    void whoHasThePermissionRecordsForAll() throws Exception {
        runAs("pager");
        records("environment: 'prod', result: 'rolled-back'", Result.SUCCESS);
        records("type: 'incident', id: 'INC-1', environment: 'prod', title: 'down'", Result.SUCCESS);
        assertThat(SharedHistory.get().open().deployments().outcomes("shop#1@prod"))
                .hasSize(2);
        assertThat(SharedHistory.get().open().incidents().find("INC-1")).isPresent();
    }

    @Test
    void theSystemRecordsForAll() throws Exception {
        records("job: 'shop', environment: 'prod', result: 'rolled-back'", Result.SUCCESS);
        assertThat(SharedHistory.get().open().deployments().outcomes("shop#1@prod"))
                .hasSize(2);
    }

    private void runAs(String user) {
        QueueItemAuthenticatorConfiguration.get()
                .getAuthenticators()
                .add(new MockQueueItemAuthenticator()
                        .authenticate("watch", User.getById(user, true).impersonate2()));
    }

    private WorkflowRun records(String what, Result expected) throws Exception {
        return run(jenkins, script(watch, "mlRecordOutcome " + what), expected);
    }
}
