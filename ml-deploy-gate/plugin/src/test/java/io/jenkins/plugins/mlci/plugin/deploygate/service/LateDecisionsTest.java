package io.jenkins.plugins.mlci.plugin.deploygate.service;

import static io.jenkins.plugins.mlci.plugin.deploygate.Pipelines.enforced;
import static io.jenkins.plugins.mlci.plugin.deploygate.Pipelines.gate;
import static io.jenkins.plugins.mlci.plugin.deploygate.Pipelines.job;
import static io.jenkins.plugins.mlci.plugin.deploygate.Pipelines.startAs;
import static io.jenkins.plugins.mlci.plugin.deploygate.service.Away.breakHistory;
import static io.jenkins.plugins.mlci.plugin.deploygate.service.Away.mendHistory;
import static io.jenkins.plugins.mlci.plugin.deploygate.service.Away.send;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import hudson.model.FreeStyleBuild;
import hudson.model.Result;
import io.jenkins.plugins.mlci.deploygate.gate.AssessmentJson;
import io.jenkins.plugins.mlci.deploygate.policy.Verdict;
import io.jenkins.plugins.mlci.plugin.deploygate.approve.Decide;
import io.jenkins.plugins.mlci.plugin.deploygate.policy.GateMode;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateAction;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateEntry;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateSaid;
import io.jenkins.plugins.mlci.plugin.deploygate.record.GateState;
import io.jenkins.plugins.mlci.plugin.deploygate.record.WaitRule;
import io.jenkins.plugins.mlci.plugin.shared.store.SharedHistory;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.Decision;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

/** What gates decided while the history was away. */
class LateDecisionsTest {
    private static final Instant TAKEN = Instant.parse("2026-03-02T10:00:00Z");

    @RegisterExtension
    private final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    @Test
    void anApprovalIsSentAfterARestart() throws Throwable {
        sessions.then(jenkins -> {
            WorkflowRun run = startAs(jenkins, job(jenkins, "shop", enforced("approve", "")), "alice", "Waits for");
            assertThat(decisions()).singleElement().satisfies(kept -> assertThat(kept.json())
                    .contains("\"ended\":\"\""));
            breakHistory();
            new Decide(run, gate(run)).approve("looked at the diff");
            jenkins.assertBuildStatus(Result.SUCCESS, jenkins.waitForCompletion(run));
            assertThat(gate(run).isUnsent()).isTrue();
        });
        sessions.then(jenkins -> {
            WorkflowRun run =
                    jenkins.jenkins.getItemByFullName("shop", WorkflowJob.class).getLastBuild();
            breakHistory();
            send();
            assertThat(gate(run).isUnsent()).isTrue();
            assertThat(UnsentBuilds.get().all()).containsExactly(new BuildId("shop", 1));

            mendHistory();
            send();
            assertThat(gate(run).isUnsent()).isFalse();
            assertThat(UnsentBuilds.get().all()).isEmpty();
            assertThat(decisions()).singleElement().satisfies(kept -> {
                assertThat(kept.json()).contains("\"ended\":\"approved\"", "\"approved\":\"looked at the diff\"");
                assertThat(kept.taken()).isEqualTo(gate(run).getTaken());
            });
        });
    }

    @Test
    void theNewestGateOfAnEnvironmentCounts() throws Throwable {
        sessions.then(jenkins -> {
            FreeStyleBuild build = jenkins.buildAndAssertSuccess(jenkins.createFreeStyleProject("shop"));
            breakHistory();
            GateEntry older = decided(build, "older");
            GateEntry newer = decided(build, "newer");
            assertThat(older.isUnsent() && newer.isUnsent()).isTrue();
            mendHistory();
            send();
            assertThat(older.isUnsent() || newer.isUnsent()).isFalse();
            assertThat(decisions()).singleElement().satisfies(kept -> assertThat(kept.json())
                    .contains("\"headline\":\"newer\""));
        });
    }

    @Test
    void anAssessmentThatIsGoneIsGivenUp() throws Throwable {
        sessions.then(jenkins -> {
            FreeStyleBuild build = jenkins.buildAndAssertSuccess(jenkins.createFreeStyleProject("shop"));
            breakHistory();
            GateEntry gate = decided(build, "gone");
            Files.delete(build.getRootDir().toPath().resolve("ml-deploy-gate-1.json.gz"));
            mendHistory();
            send();
            assertThat(gate.isUnsent()).isFalse();
            assertThat(UnsentBuilds.get().all()).isEmpty();
            assertThat(decisions()).isEmpty();
        });
    }

    private static GateEntry decided(FreeStyleBuild build, String headline) {
        GateSaid said = new GateSaid(
                "prod",
                "shop#1@prod",
                GateMode.ENFORCE,
                "",
                TAKEN,
                Verdict.PROCEED,
                Verdict.PROCEED,
                headline,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.of(new ObjectMapper()
                        .createObjectNode()
                        .put("deployment", "shop#1@prod")
                        .put("headline", headline)));
        GateEntry entry = GateAction.of(build)
                .add("5", said, new WaitRule(List.of(), 1, false, 0, 0, false), GateState.PASSED, TAKEN);
        DecisionKeeper.keep(build, entry);
        return entry;
    }

    private static List<Decision> decisions() {
        return SharedHistory.get().open().decisions().newest("shop", AssessmentJson.KIND, 9);
    }
}
