package io.jenkins.plugins.mlci.plugin.deploygate.step;

import static io.jenkins.plugins.mlci.plugin.deploygate.Pipelines.as;
import static io.jenkins.plugins.mlci.plugin.deploygate.Pipelines.enforced;
import static io.jenkins.plugins.mlci.plugin.deploygate.Pipelines.gate;
import static io.jenkins.plugins.mlci.plugin.deploygate.Pipelines.job;
import static io.jenkins.plugins.mlci.plugin.deploygate.Pipelines.startAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hudson.model.Item;
import hudson.model.Result;
import io.jenkins.plugins.mlci.deploygate.gate.AssessmentJson;
import io.jenkins.plugins.mlci.plugin.deploygate.approve.GateQueue;
import io.jenkins.plugins.mlci.plugin.deploygate.approve.Refusal;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateState;
import io.jenkins.plugins.mlci.plugin.deploygate.record.Say;
import io.jenkins.plugins.mlci.plugin.shared.access.AuditLog;
import io.jenkins.plugins.mlci.plugin.shared.access.MlPermissions;
import io.jenkins.plugins.mlci.plugin.shared.store.SharedHistory;
import java.util.logging.Level;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.LogRecorder;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class WaitingTest {
    private static final String WAITS = "Waits for ";

    private JenkinsRule jenkins;

    @BeforeEach
    void people(JenkinsRule rule) {
        jenkins = rule;
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ, Item.READ)
                .everywhere()
                .toEveryone()
                .grant(Item.BUILD)
                .everywhere()
                .to("alice", "bob", "carol")
                .grant(MlPermissions.OVERRIDE)
                .everywhere()
                .to("olga")
                .grant(Jenkins.ADMINISTER)
                .everywhere()
                .to("admin"));
    }

    @Test
    void twoDifferentPeopleMustApprove() throws Exception {
        WorkflowRun run = startAs(
                jenkins,
                job(
                        jenkins,
                        "shop",
                        "def gate = " + enforced("approve", ", approvers: 2")
                                + "\necho \"state=${gate.state} by=${gate.approvedBy}\""),
                "alice",
                WAITS + "2 approvals by different people");
        assertThat(jenkins.jenkins.toComputer().countBusy()).isZero();
        assertThat(jenkins.jenkins.toComputer().getOneOffExecutors()).hasSize(1);

        try (LogRecorder log =
                new LogRecorder().record(AuditLog.class, Level.INFO).capture(9)) {
            as("bob", run, gate -> gate.approve("looked at the diff"));
            assertThat(log.getMessages())
                    .contains("bob approved the deployment of shop #1 to prod: looked at the diff");
        }
        assertThat(gate(run).getState()).isEqualTo(GateState.WAITING_FOR_APPROVAL);
        assertThat(gate(run).getMissing()).isEqualTo(1);
        assertThatThrownBy(() -> as("bob", run, gate -> gate.approve("again")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.getKind()).isEqualTo(Refusal.Kind.TOO_LATE));

        as("carol", run, gate -> gate.approve(""));
        jenkins.assertBuildStatus(Result.SUCCESS, jenkins.waitForCompletion(run));
        jenkins.assertLogContains("[ml-deploy-gate] Approved by bob: looked at the diff", run);
        jenkins.assertLogContains("state=approved by=[bob, carol]", run);
        assertThat(gate(run).getApprovals()).extracting(Say::getUser).containsExactly("bob", "carol");
        assertThat(GateQueue.get().visible()).isEmpty();
        JsonNode kept = new ObjectMapper()
                .readTree(SharedHistory.get()
                        .open()
                        .decisions()
                        .newest("shop", AssessmentJson.KIND, 1)
                        .get(0)
                        .json());
        assertThat(kept.path("approved").asText()).isEqualTo("looked at the diff");
        assertThat(kept.toString()).doesNotContain("bob", "carol");
    }

    @Test
    void onlySubmittersMayDecide() throws Exception {
        WorkflowRun run =
                startAs(jenkins, job(jenkins, "shop", enforced("approve", ", submitters: 'bob, ops'")), "alice", WAITS);

        assertThatThrownBy(() -> as("carol", run, gate -> gate.approve("")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.getKind()).isEqualTo(Refusal.Kind.NOT_ALLOWED));
        assertThatThrownBy(() -> as("carol", run, gate -> gate.reject(""))).isInstanceOf(Refusal.class);
        as("bob", run, gate -> {
            assertThat(gate.mayApprove()).isTrue();
            gate.approve("");
        });
        jenkins.assertBuildStatus(Result.SUCCESS, jenkins.waitForCompletion(run));
    }

    @Test
    void whoStartedTheBuildMayBeLeftOut() throws Exception {
        WorkflowRun run =
                startAs(jenkins, job(jenkins, "shop", enforced("approve", ", excludeStarter: true")), "alice", WAITS);

        assertThatThrownBy(() -> as("alice", run, gate -> gate.approve("mine")))
                .hasMessage("Who started the build may not approve its deployment.");
        as("bob", run, gate -> gate.approve(""));
        jenkins.assertBuildStatus(Result.SUCCESS, jenkins.waitForCompletion(run));
    }

    @Test
    void aRejectionStopsTheBuild() throws Exception {
        WorkflowRun run = startAs(jenkins, job(jenkins, "shop", enforced("approve", "")), "alice", WAITS);

        as("bob", run, gate -> gate.reject("wrong day"));
        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(run));
        jenkins.assertLogContains("The deployment to prod was rejected by bob: wrong day", run);
        assertThatThrownBy(() -> as("carol", run, gate -> gate.approve(""))).hasMessage("This was decided already.");
    }

    @Test
    void nobodyInTimeAbortsOrFails() throws Exception {
        WorkflowRun aborted = jenkins.assertBuildStatus(
                Result.ABORTED,
                job(jenkins, "a", enforced("approve", ", timeout: '1s'")).scheduleBuild2(0));
        jenkins.assertLogContains("The deployment to prod was not decided in time.", aborted);
        assertThat(gate(aborted).getState()).isEqualTo(GateState.TIMED_OUT);

        WorkflowRun failed = jenkins.assertBuildStatus(
                Result.FAILURE,
                job(jenkins, "b", enforced("approve", ", timeout: '1s', onTimeout: 'fail'"))
                        .scheduleBuild2(0));
        jenkins.assertLogContains("[ml-deploy-gate] Nobody decided in time.", failed);
    }

    @Test
    void anOverrideTakesThePermissionAndAReason() throws Exception {
        WorkflowRun run = startAs(
                jenkins,
                job(
                        jenkins,
                        "shop",
                        "def gate = " + enforced("block", ", overrideTime: '1h'")
                                + "\necho \"state=${gate.state} verdict=${gate.verdict}\""),
                "alice",
                "Blocked. Waits for an override.");

        assertThatThrownBy(() -> as("bob", run, gate -> gate.override("urgent")))
                .hasMessage("To override a gate takes the permission Machine learning/Override.");
        assertThatThrownBy(() -> as("bob", run, gate -> gate.approve("urgent"))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> as("olga", run, gate -> gate.override(" \n")))
                .hasMessage("To override a gate takes a reason.");
        assertThat(gate(run).getState()).isEqualTo(GateState.WAITING_FOR_OVERRIDE);
        as("olga", run, gate -> gate.override("the shop is down"));

        jenkins.assertBuildStatus(Result.SUCCESS, jenkins.waitForCompletion(run));
        jenkins.assertLogContains("[ml-deploy-gate] Overridden by olga: the shop is down", run);
        jenkins.assertLogContains("state=overridden verdict=block", run);
        assertThat(SharedHistory.get()
                        .open()
                        .decisions()
                        .newest("shop", AssessmentJson.KIND, 1)
                        .get(0)
                        .json())
                .contains("\"bypass\":\"the shop is down\"", "\"ended\":\"overridden\"");
    }

    @Test
    void anOverrideAlsoEndsTheWaitForApproval() throws Exception {
        WorkflowRun run = startAs(jenkins, job(jenkins, "shop", enforced("approve", "")), "alice", WAITS);

        as("olga", run, gate -> gate.override("nobody is there"));
        jenkins.assertBuildStatus(Result.SUCCESS, jenkins.waitForCompletion(run));
        assertThat(gate(run).getState()).isEqualTo(GateState.OVERRIDDEN);
    }

    @Test
    void aStoppedBuildWaitsNoLonger() throws Exception {
        WorkflowRun run = startAs(jenkins, job(jenkins, "shop", enforced("approve", "")), "alice", WAITS);

        run.getExecutor().interrupt();
        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(run));
        assertThat(gate(run).getState()).isEqualTo(GateState.ABORTED);
        assertThat(GateQueue.get().visible()).isEmpty();
    }
}
