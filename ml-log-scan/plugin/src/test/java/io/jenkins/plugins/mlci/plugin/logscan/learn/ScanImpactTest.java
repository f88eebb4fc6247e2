package io.jenkins.plugins.mlci.plugin.logscan.learn;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.mlci.plugin.logscan.scan.Ledger;
import io.jenkins.plugins.mlci.plugin.logscan.scan.Opinion;
import io.jenkins.plugins.mlci.plugin.logscan.scan.RetryNotes.Outcome;
import io.jenkins.plugins.mlci.plugin.shared.config.MachineLearningConfiguration;
import io.jenkins.plugins.mlci.plugin.shared.config.PostgreSqlHistory;
import io.jenkins.plugins.mlci.plugin.shared.store.SharedHistory;
import io.jenkins.plugins.mlci.plugin.shared.watch.Impact;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.Decision;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class ScanImpactTest {
    private static final Outcome HELPED = new Outcome("network", true);
    private static final Outcome FAILED = new Outcome("network", false);

    private JenkinsRule jenkins;

    @BeforeEach
    void keep(JenkinsRule rule) {
        jenkins = rule;
    }

    @Test
    void whatPeopleSaidAndHowRetriesEndedIsCounted() throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, "shop");
        job.setDefinition(new CpsFlowDefinition("echo 'fine'", true));
        Run<?, ?> first = jenkins.buildAndAssertSuccess(job);
        Run<?, ?> second = jenkins.buildAndAssertSuccess(job);
        Ledger.said(first, 10, Opinion.NOISE);
        Ledger.said(first, 20, Opinion.CAUSE);
        Ledger.said(second, 10, Opinion.NOISE);
        Ledger.retried(second, List.of(FAILED, HELPED));
        Ledger.retried(first, List.of());
        SharedHistory.get()
                .open()
                .decisions()
                .record(new Decision(new BuildId("shop", 9), "log-scan", "retries", "", Instant.now(), "no JSON"));

        assertThat(figures(Instant.EPOCH))
                .containsEntry("Failures whose cause somebody confirmed", 1.0)
                .containsEntry("Failures whose cause somebody called noise", 1.0)
                .containsEntry("Builds that tried again, since a failure looked transient", 1.0)
                .containsEntry("Retries that ended well", 1.0)
                .containsEntry("Retries that failed in the same way", 1.0)
                .containsEntry("Secrets found in logs", 0.0);
        assertThat(figures(Instant.now().plusSeconds(60))).isEmpty();
    }

    @Test
    void secretsAreCountedOnceHoweverOftenABuildIsScanned() throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, "shop");
        job.setDefinition(new CpsFlowDefinition("""
                echo 'using ghp_a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8'
                mlScanLog()
                mlScanLog()
                error 'script returned exit code 1'
                """, true));
        jenkins.assertBuildStatus(Result.FAILURE, job.scheduleBuild2(0).get());
        assertThat(figures(Instant.EPOCH)).containsEntry("Secrets found in logs", 1.0);
    }

    @Test
    void aBrokenHistoryKeepsNothingAndHarmsNobody() throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, "shop");
        job.setDefinition(new CpsFlowDefinition("echo 'fine'", true));
        Run<?, ?> run = jenkins.buildAndAssertSuccess(job);
        var working = MachineLearningConfiguration.get().getHistory();
        MachineLearningConfiguration.get()
                .setHistory(new PostgreSqlHistory("jdbc:postgresql://localhost:1/nothing", ""));
        Ledger.said(run, 10, Opinion.CAUSE);
        MachineLearningConfiguration.get().setHistory(working);
        assertThat(figures(Instant.EPOCH)).isEmpty();
    }

    private static Map<String, Double> figures(Instant since) {
        return new ScanImpact()
                .impact(SharedHistory.get().open(), since).stream()
                        .collect(Collectors.toMap(Impact::measure, Impact::value));
    }
}
