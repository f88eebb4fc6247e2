package io.jenkins.plugins.mlci.plugin.logscan.learn;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.mlci.logscan.category.FailureCategory;
import io.jenkins.plugins.mlci.logscan.category.TransientKnowledge;
import io.jenkins.plugins.mlci.plugin.logscan.scan.Knowledge;
import io.jenkins.plugins.mlci.plugin.logscan.scan.Ledger;
import io.jenkins.plugins.mlci.plugin.logscan.scan.RetryNotes;
import io.jenkins.plugins.mlci.plugin.shared.collect.Collector;
import io.jenkins.plugins.mlci.plugin.shared.store.SharedHistory;
import io.jenkins.plugins.mlci.shared.history.Build;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.BuildRecord;
import io.jenkins.plugins.mlci.shared.history.BuildResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class RetriesTest {
    private static final String REFUSED = "sh 'set +x; echo \"Downloading the toolchain\";"
            + " echo \"curl: (7) Failed to connect to repo.example.org port 443 after 2 ms: Connection refused\"; exit 7'";

    private JenkinsRule jenkins;
    private WorkflowJob job;

    @BeforeEach
    void createJob(JenkinsRule rule) throws Exception {
        jenkins = rule;
        job = rule.createProject(WorkflowJob.class, "shop");
    }

    @Test
    void aRetryThatHelpedIsLearned() throws Exception {
        build(Result.SUCCESS, """
                def tries = 0
                node {
                  retry(count: 2, conditions: [mlTransientFailure()]) {
                    tries++
                    if (tries == 1) { %s }
                  }
                }
                """.formatted(REFUSED));
        TransientKnowledge known = Knowledge.of(job).retries();
        assertThat(known.retried()).containsEntry(FailureCategory.NETWORK, 1.0);
        assertThat(known.helped()).containsEntry(FailureCategory.NETWORK, 1.0);
        assertThat(ledger()).containsExactly(new Ledger.Entry(List.of(), 1, 1, 0));
    }

    private static List<Ledger.Entry> ledger() {
        return Ledger.of(SharedHistory.get().open(), "shop", Instant.EPOCH, 100);
    }

    @Test
    void retriesThatDidNotHelpAreLearned() throws Exception {
        build(Result.FAILURE, """
                node { retry(count: 3, conditions: [mlTransientFailure()]) { %s } }
                """.formatted(REFUSED));
        TransientKnowledge known = Knowledge.of(job).retries();
        assertThat(known.retried()).containsEntry(FailureCategory.NETWORK, 2.0);
        assertThat(known.helped()).containsEntry(FailureCategory.NETWORK, 0.0);
        assertThat(ledger()).containsExactly(new Ledger.Entry(List.of(), 2, 0, 0));
    }

    @Test
    void anotherFailureSaysNothingAboutTheFirst() {
        RetryNotes notes = new RetryNotes();
        notes.failed("5", "network", true);
        notes.failed("5", "compilation", false);
        assertThat(notes.outcomes()).isEmpty();
        assertThat(notes.open()).isEmpty();
        notes.failed("5", "network", true);
        notes.failed("7", "disk", true);
        notes.failed("5", "network", false);
        assertThat(notes.outcomes()).containsExactly(new RetryNotes.Outcome("network", false));
        assertThat(notes.open()).containsOnlyKeys("7");
    }

    @Test
    void theNextBuildOfTheSameCommitIsARetry() throws Exception {
        WorkflowRun failed = build(Result.FAILURE, "node { mlWatchLog { " + REFUSED + " } }");
        WorkflowRun good = build(Result.SUCCESS, "echo 'fine'");
        assertThat(Knowledge.of(job).retries().retried()).isEmpty();
        record(failed, BuildResult.FAILURE, "c0ffee");
        Retries.learn(record(good, BuildResult.SUCCESS, "c0ffee"), good);
        assertThat(Knowledge.of(job).retries().helped()).containsEntry(FailureCategory.NETWORK, 1.0);
        // Somebody built again: nobody called the failure transient.
        assertThat(ledger()).isEmpty();
        Retries.learn(record(good, BuildResult.SUCCESS, "decade"), good);
        assertThat(Knowledge.of(job).retries().retried()).containsEntry(FailureCategory.NETWORK, 1.0);
    }

    private static BuildRecord record(Run<?, ?> run, BuildResult result, String commit) {
        Build build = new Build(
                new BuildId("shop", run.getNumber()), Instant.now(), Duration.ofSeconds(1), result, "main", commit);
        BuildRecord record = new BuildRecord(build, List.of(), List.of());
        SharedHistory.get().open().builds().record(record);
        return record;
    }

    private WorkflowRun build(Result expected, String script) throws Exception {
        job.setDefinition(new CpsFlowDefinition(script, true));
        WorkflowRun run =
                jenkins.assertBuildStatus(expected, job.scheduleBuild2(0).get());
        assertThat(Collector.get().await(Duration.ofSeconds(60))).isTrue();
        return run;
    }
}
