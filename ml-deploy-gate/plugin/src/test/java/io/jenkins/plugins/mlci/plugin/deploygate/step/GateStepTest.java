package io.jenkins.plugins.mlci.plugin.deploygate.step;

import static io.jenkins.plugins.mlci.plugin.deploygate.Pipelines.enforced;
import static io.jenkins.plugins.mlci.plugin.deploygate.Pipelines.gate;
import static io.jenkins.plugins.mlci.plugin.deploygate.Pipelines.job;
import static io.jenkins.plugins.mlci.plugin.deploygate.Pipelines.run;
import static io.jenkins.plugins.mlci.plugin.deploygate.Pipelines.script;
import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.mlci.deploygate.gate.AssessmentJson;
import io.jenkins.plugins.mlci.deploygate.policy.Verdict;
import io.jenkins.plugins.mlci.plugin.deploygate.page.Story;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateAction;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateState;
import io.jenkins.plugins.mlci.plugin.shared.config.HistoryPlace;
import io.jenkins.plugins.mlci.plugin.shared.config.MachineLearningConfiguration;
import io.jenkins.plugins.mlci.plugin.shared.config.PostgreSqlHistory;
import io.jenkins.plugins.mlci.plugin.shared.store.SharedHistory;
import io.jenkins.plugins.mlci.shared.history.DeploymentResult;
import java.time.Duration;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class GateStepTest {
    @Test
    void adviceNeverWaitsAndNeverFails(JenkinsRule jenkins) throws Exception {
        WorkflowRun run = run(jenkins, job(jenkins, "shop", """
                def gate = mlDeployGate(environment: 'prod', policy: fixed(block: 0.000001))
                echo "verdict=${gate.verdict} state=${gate.state} assessed=${gate.assessed}"
                echo "low=${gate.low <= gate.probability} high=${gate.probability <= gate.high}"
                echo "strategy=${gate.strategy} kind=${gate.strategyKind} reasons=${gate.reasons.size()} advice=${gate.advice}"
                """), Result.SUCCESS);

        jenkins.assertLogContains("verdict=block state=advised assessed=true", run);
        jenkins.assertLogContains("low=true high=true", run);
        assertThat(JenkinsRule.getLog(run))
                .containsPattern(
                        "\\[ml-deploy-gate\\] Deployment risk to prod: [0-9.]+ % \\([0-9.]+ % to [0-9.]+ %\\): advised")
                .contains("[ml-deploy-gate] The gate is observing. No outcome of an earlier decision is known yet");
        assertThat(gate(run).getState()).isEqualTo(GateState.ADVISED);
        assertThat(gate(run).readAssessment().path("verdict").asText()).isEqualTo("block");
        assertThat(SharedHistory.get().open().decisions().newest("shop", AssessmentJson.KIND, 9))
                .singleElement()
                .satisfies(decision -> assertThat(decision.subject()).isEqualTo("prod"));
    }

    @Test
    void aRiskThatHasDriftedFarTooHighDoesNotBind(JenkinsRule jenkins) throws Exception {
        for (int i = 1; i <= 60; i++) {
            DeploymentResult result = i % 10 == 0 ? DeploymentResult.ROLLED_BACK : DeploymentResult.SUCCEEDED;
            Story.past("shop", 100 + i, "prod", Duration.ofHours(10L * (61 - i)), 0.9, result);
        }
        String gate = """
                def gate = mlDeployGate(environment: 'prod', mode: 'enforce', policy: fixed(block: 0.000001)%s)
                echo "verdict=${gate.verdict} state=${gate.state}"
                """;
        WorkflowJob job = job(jenkins, "shop", gate.formatted(""));
        WorkflowRun passed = run(jenkins, job, Result.SUCCESS);

        jenkins.assertLogContains("state=passed", passed);
        assertThat(JenkinsRule.getLog(passed))
                .contains("The gate is observing. Had it been enforced: ")
                .contains("The predicted risk has drifted far and is too high at the moment. Of 60 predictions 6 came");

        run(jenkins, script(job, gate.formatted(", enforceUnproven: true")), Result.FAILURE);
    }

    @Test
    void mildVerdictsPass(JenkinsRule jenkins) throws Exception {
        WorkflowRun run = run(jenkins, job(jenkins, "shop", """
                def calm = mlDeployGate(environment: 'test', mode: 'enforce', enforceUnproven: true, policy: fixed())
                echo "calm=${calm.verdict} ${calm.state}"
                def canary = mlDeployGate(environment: 'prod', mode: 'enforce', enforceUnproven: true,
                    policy: fixed(canary: 0.000001))
                echo "canary=${canary.verdict} ${canary.state} ${canary.strategyKind}"
                """), Result.SUCCESS);

        jenkins.assertLogContains("calm=proceed passed", run);
        jenkins.assertLogContains("canary=canary passed canary", run);
        assertThat(GateAction.entries(run))
                .extracting(each -> each.getVerdict())
                .containsExactly(Verdict.PROCEED, Verdict.CANARY);
    }

    @Test
    void aBlockFailsWithItsReasons(JenkinsRule jenkins) throws Exception {
        WorkflowRun run = run(jenkins, job(jenkins, "shop", enforced("block", "")), Result.FAILURE);

        jenkins.assertLogContains("ERROR: The deployment to prod is blocked. The risk of ", run);
        jenkins.assertLogContains("where 'block' begins.", run);
        jenkins.assertLogNotContains("\tat ", run);
        assertThat(gate(run).getState()).isEqualTo(GateState.BLOCKED);
    }

    @Test
    void anUnprovenRiskDoesNotBind(JenkinsRule jenkins) throws Exception {
        WorkflowRun run = run(jenkins, job(jenkins, "shop", """
                def gate = mlDeployGate(environment: 'prod', mode: 'enforce', policy: fixed(block: 0.000001))
                echo "verdict=${gate.verdict} state=${gate.state}"
                """), Result.SUCCESS);

        jenkins.assertLogContains("verdict=block state=passed", run);
        jenkins.assertLogContains("The verdict does not bind yet, so the deployment goes on.", run);
    }

    @Test
    void aFreezeBindsAlsoWhileTheRiskIsUnproven(JenkinsRule jenkins) throws Exception {
        WorkflowRun run = run(jenkins, job(jenkins, "shop", """
                mlDeployGate(environment: 'prod', mode: 'enforce',
                    freezes: '2020-01-01T00:00 to 2099-01-01T00:00 UTC')
                """), Result.FAILURE);

        jenkins.assertLogContains(
                "The freeze 2020-01-01T00:00 to 2099-01-01T00:00 UTC holds until Thu 2099-01-01 00:00 UTC.", run);
        assertThat(gate(run).getFrozenUntil())
                .hasValueSatisfying(until -> assertThat(until).hasToString("2099-01-01T00:00:00Z"));
    }

    @Test
    void aBrokenHistoryLetsTheDeploymentGoOn(JenkinsRule jenkins) throws Exception {
        MachineLearningConfiguration.get().setHistory(broken());
        WorkflowRun run = run(
                jenkins,
                job(jenkins, "shop", "def gate = " + enforced("block", "") + "\necho \"assessed=${gate.assessed}\""),
                Result.SUCCESS);

        jenkins.assertLogContains("[ml-deploy-gate] The risk could not be assessed: ", run);
        jenkins.assertLogContains("So the deployment goes on without an assessment.", run);
        jenkins.assertLogContains("assessed=false", run);
        assertThat(gate(run).getState()).isEqualTo(GateState.NOT_ASSESSED);
    }

    @Test
    void aFreezeHoldsWithoutTheHistory(JenkinsRule jenkins) throws Exception {
        MachineLearningConfiguration.get().setHistory(broken());
        WorkflowRun run = run(jenkins, job(jenkins, "shop", """
                mlDeployGate(environment: 'prod', mode: 'enforce',
                    freezes: '2020-01-01T00:00 to 2099-01-01T00:00 UTC')
                """), Result.FAILURE);

        jenkins.assertLogContains("holds until Thu 2099-01-01 00:00 UTC.", run);
    }

    @Test
    void aPolicyOrFreezeThatMakesNoSenseIsToldAndFailsOnlyWhereItBinds(JenkinsRule jenkins) throws Exception {
        String wrong = "freezes: 'Fri afternoon', policy: fixed(canary: 0.5, block: 0.1)";
        WorkflowRun advised =
                run(jenkins, job(jenkins, "a", "mlDeployGate(environment: 'prod', " + wrong + ")"), Result.SUCCESS);
        jenkins.assertLogContains("'Fri afternoon' is no freeze window.", advised);
        jenkins.assertLogContains("makes no sense, so cost(failure: 10, delay: 1) holds", advised);

        WorkflowRun enforced = run(
                jenkins,
                job(jenkins, "b", "mlDeployGate(environment: 'prod', mode: 'enforce', " + wrong + ")"),
                Result.FAILURE);
        jenkins.assertLogContains("ERROR: 'Fri afternoon' is no freeze window.", enforced);
    }

    @Test
    void anArgumentThatMeansNothingFailsBeforeAnythingIsAssessed(JenkinsRule jenkins) throws Exception {
        WorkflowRun run = run(jenkins, job(jenkins, "shop", """
                def tell(Closure gate) { try { gate(); echo 'went on' } catch (e) { echo "told: ${e.message}" } }
                tell { mlDeployGate() }
                tell { mlDeployGate(environment: ' ') }
                tell { mlDeployGate(environment: 'prod', timeout: 'soon') }
                tell { mlDeployGate(environment: 'prod', overrideTime: 'later') }
                tell { mlDeployGate(environment: 'prod', onTimeout: 'explode') }
                tell { mlDeployGate(environment: 'prod', approvers: -1) }
                tell { mlDeployGate(environment: 'prod', mode: 'bogus') }
                mlDeployGate(environment: 'prod', timeout: 'soon', approvers: 0)
                """), Result.FAILURE);

        assertThat(JenkinsRule.getLog(run))
                .doesNotContain("went on", "[ml-deploy-gate]", "\tat ")
                .contains("told: mlDeployGate does not say where to deploy. Write for example mlDeployGate('prod').")
                .contains("told: 'soon' is no time. Write for example '30m', '12h' or '2d'.")
                .contains("told: 'later' is no time.")
                .contains("told: 'explode' cannot happen in the end. Write 'abort' or 'fail'.")
                .contains("told: -1 people cannot approve. 'approvers' is at least 1.")
                .contains("told: 'bogus' is no mode. Write 'advise' or 'enforce'.")
                .contains("ERROR: 0 people cannot approve. 'approvers' is at least 1. 'soon' is no time.");
        assertThat(GateAction.entries(run)).isEmpty();
    }

    private static HistoryPlace broken() {
        PostgreSqlHistory nowhere = new PostgreSqlHistory("jdbc:postgresql://localhost:1/nothing", "");
        return nowhere;
    }
}
