package io.jenkins.plugins.mlci.plugin.deploygate.service;

import static io.jenkins.plugins.mlci.plugin.deploygate.Pipelines.job;
import static io.jenkins.plugins.mlci.plugin.deploygate.Pipelines.run;
import static io.jenkins.plugins.mlci.plugin.deploygate.Pipelines.script;
import static io.jenkins.plugins.mlci.plugin.deploygate.service.Away.LATER;
import static io.jenkins.plugins.mlci.plugin.deploygate.service.Away.breakHistory;
import static io.jenkins.plugins.mlci.plugin.deploygate.service.Away.mendHistory;
import static io.jenkins.plugins.mlci.plugin.deploygate.service.Away.outcomes;
import static io.jenkins.plugins.mlci.plugin.deploygate.service.Away.send;
import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.mlci.plugin.deploygate.record.ReportAction;
import io.jenkins.plugins.mlci.plugin.shared.store.SharedHistory;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.DeploymentOutcome;
import io.jenkins.plugins.mlci.shared.history.DeploymentResult;
import io.jenkins.plugins.mlci.shared.history.Incident;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

/** What builds reported while the history was away. */
class LateReportsTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    @RegisterExtension
    private final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    @Test
    void aReportIsSentOnceAfterARestartAndMeansWhatWasThereThen() throws Throwable {
        sessions.then(jenkins -> {
            WorkflowJob shop = job(jenkins, "shop", "mlDeployment(environment: 'prod', version: '1.0') { echo 'a' }");
            run(jenkins, shop, Result.SUCCESS);
            WorkflowJob watch = job(jenkins, "watch", "mlDeployment('test') { echo 'a' }");
            run(jenkins, watch, Result.SUCCESS);
            breakHistory();

            WorkflowRun first = reports(
                    jenkins, watch, "environment: 'prod', result: 'incident', text: 'slow, password=hunter2secret'");
            jenkins.assertLogContains("Not recorded: ", first);
            jenkins.assertLogContains(LATER, first);
            jenkins.assertLogContains("new=false", first);
            script(shop, "mlDeployment(environment: 'prod', version: '2.0') { echo 'b' }");
            run(jenkins, shop, Result.SUCCESS);
            reports(jenkins, watch, "environment: 'prod', result: 'rolled-back'");
            reports(jenkins, watch, "job: 'watch', environment: 'test', result: 'incident'");
            reports(jenkins, watch, "type: 'incident', id: 'INC-1', environment: 'prod', title: 'down'");
            reports(jenkins, watch, "type: 'resolution', id: 'INC-1', text: 'up'");
            watch.renameTo("pager");
            assertThat(ReportAction.entries(first)).singleElement().satisfies(entry -> assertThat(entry.getParts())
                    .containsEntry("note", "slow, password=****"));
        });
        sessions.then(jenkins -> {
            WorkflowJob pager = jenkins.jenkins.getItemByFullName("pager", WorkflowJob.class);
            assertThat(ReportAction.entries(pager.getBuildByNumber(2))).hasSize(1);
            mendHistory();
            send();
            send();
            assertThat(outcomes("shop#1@prod"))
                    .extracting(DeploymentOutcome::result)
                    .containsExactly(DeploymentResult.SUCCEEDED, DeploymentResult.INCIDENT);
            assertThat(outcomes("shop#2@prod"))
                    .extracting(DeploymentOutcome::result)
                    .containsExactly(DeploymentResult.SUCCEEDED, DeploymentResult.ROLLED_BACK);
            assertThat(outcomes("watch#1@test"))
                    .extracting(DeploymentOutcome::result)
                    .containsExactly(DeploymentResult.SUCCEEDED, DeploymentResult.INCIDENT);
            Incident incident =
                    SharedHistory.get().open().incidents().find("INC-1").orElseThrow();
            assertThat(incident.opened()).isBetween(started(pager, 5), started(pager, 6));
            assertThat(incident.resolved()).isPresent();
            assertThat(pager.getBuilds())
                    .allSatisfy(build -> assertThat(ReportAction.entries(build)).isEmpty());
            assertThat(UnsentBuilds.get().all()).isEmpty();
        });
    }

    @Test
    void notMoreReportsThanReasonableWait() throws Throwable {
        sessions.then(jenkins -> {
            WorkflowRun run = run(jenkins, job(jenkins, "watch", "echo 'a'"), Result.SUCCESS);
            breakHistory();
            BuildReports reports = new BuildReports(run);
            Reporter reporter = new Reporter("SYSTEM", true, "watch");
            Report report = new Report.OfResolution("INC-1", "up", Optional.empty());
            for (int count = 0; count < ReportAction.CAPACITY; count++) {
                assertThat(reports.record(report, reporter, Clock.systemUTC()).sentence())
                        .endsWith(LATER);
            }
            assertThat(reports.record(report, reporter, Clock.systemUTC()).sentence())
                    .endsWith("100 reports of this build wait already.");
            mendHistory();
            send();
            assertThat(ReportAction.entries(run))
                    .as("no such incident is known, so they are given up")
                    .isEmpty();
            assertThat(UnsentBuilds.get().all()).doesNotContain(new BuildId("watch", 1));
        });
    }

    @Test
    void aReportIsReadAsItWasWritten() {
        for (Map<String, String> parts : List.of(
                Map.of("type", "deployment", "environment", "prod", "job", "shop", "result", "failure", "key", "k"),
                Map.of(
                        "type",
                        "deployment",
                        "deployment",
                        "a#1@b",
                        "result",
                        "aborted",
                        "key",
                        "k",
                        "note",
                        "token: x y"),
                Map.of("type", "deployment", "environment", "e", "version", "v", "result", "rolled-back", "key", "k"),
                Map.of(
                        "type",
                        "incident",
                        "id",
                        "i",
                        "environment",
                        "e",
                        "title",
                        "t",
                        "at",
                        "2026-03-01T10:00:00+01:00"),
                Map.of(
                        "type",
                        "incident",
                        "id",
                        "i",
                        "environment",
                        "e",
                        "title",
                        "t",
                        "text",
                        "x",
                        "source",
                        "s",
                        "category",
                        "c",
                        "priority",
                        "p",
                        "job",
                        "j",
                        "deployment",
                        "d"),
                Map.of("type", "resolution", "id", "i", "how", "by hand", "at", "2026-03-01T10:00:00Z"))) {
            Report report = ReportReader.read(parts, NOW);
            assertThat(ReportParts.read(ReportParts.write(report))).isEqualTo(report);
        }
    }

    private static Instant started(WorkflowJob job, int build) {
        return Instant.ofEpochMilli(job.getBuildByNumber(build).getStartTimeInMillis());
    }

    private static WorkflowRun reports(JenkinsRule jenkins, WorkflowJob job, String what) throws Exception {
        return run(
                jenkins,
                script(job, "def isNew = mlRecordOutcome(" + what + ")\necho \"new=${isNew}\""),
                Result.SUCCESS);
    }
}
