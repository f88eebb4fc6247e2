package io.jenkins.plugins.mlci.plugin.testselector.step;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.FilePath;
import hudson.model.Result;
import io.jenkins.plugins.mlci.plugin.shared.collect.Collector;
import io.jenkins.plugins.mlci.plugin.shared.store.SharedHistory;
import io.jenkins.plugins.mlci.plugin.testselector.Shop;
import io.jenkins.plugins.mlci.plugin.testselector.page.SelectionAction;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.BuildRecord;
import io.jenkins.plugins.mlci.shared.history.ChangedFile;
import io.jenkins.plugins.mlci.shared.history.Outcome;
import io.jenkins.plugins.mlci.shared.history.TestOutcome;
import java.nio.file.Path;
import java.time.Duration;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class RecordTestsTest {
    @TempDir
    private Path folder;

    private JenkinsRule jenkins;
    private Shop shop;
    private WorkflowJob job;
    private FilePath workspace;

    @BeforeEach
    void createJob(JenkinsRule rule) throws Exception {
        jenkins = rule;
        shop = Shop.create(folder);
        job = rule.createProject(WorkflowJob.class, "shop");
        workspace = shop.checkOut(job, rule.jenkins);
    }

    @Test
    void recordsTestsCommitAndChange() throws Exception {
        WorkflowRun run = build(report(5) + "mlRecordTests()");
        jenkins.assertLogContains("[ml-test-selector] Recorded 20 tests, 1 failed.", run);
        BuildRecord record = recorded(run);
        assertThat(record.tests()).hasSize(Shop.PARTS);
        assertThat(record.tests())
                .filteredOn(test -> test.outcome().isFailure())
                .extracting(TestOutcome::test)
                .containsExactly(Shop.test(5));
        assertThat(record.build().commit()).hasSize(40);
        assertThat(record.changes().get(0).files())
                .extracting(ChangedFile::path)
                .containsExactly(Shop.source(3));
    }

    @Test
    void aChosenPatternAndLevelCount() throws Exception {
        WorkflowRun run = build("writeFile file: 'out/a.xml', text: '''" + Shop.report() + "'''\n"
                + "mlRecordTests pattern: 'out/*.xml', level: 'class'");
        assertThat(recorded(run).tests())
                .hasSize(Shop.PARTS)
                .allMatch(test -> test.test().method().isEmpty());
    }

    @Test
    void severalReportsOfABuildAddUp() throws Exception {
        WorkflowRun run = build("""
                writeFile file: 'a.xml', text: '<testsuite><testcase classname="A" name="t" time="1"/></testsuite>'
                writeFile file: 'b.xml', text: '<testsuite><testcase classname="B" name="t" time="1"><failure/></testcase></testsuite>'
                mlRecordTests pattern: 'a.xml'
                mlRecordTests pattern: 'b.xml'
                """);
        assertThat(recorded(run).tests())
                .extracting(TestOutcome::outcome)
                .containsExactlyInAnyOrder(Outcome.PASSED, Outcome.FAILED);
    }

    @Test
    void withoutReportsItSaysSoAndFailsNothing() throws Exception {
        WorkflowRun run = build("mlRecordTests()");
        jenkins.assertLogContains("No report matches", run);
        jenkins.assertLogContains("Recorded 0 tests", run);
        WorkflowRun level = build("mlRecordTests level: 'line'");
        jenkins.assertLogContains("The tests were not recorded: the level \"line\" is not known", level);
    }

    @Test
    void observingShowsWhatWouldHaveBeenMissed() throws Exception {
        shop.remember(job);
        WorkflowRun run = build("mlSelectTests(runner: maven(), policy: fraction(0.05), mode: 'observe')\n"
                + report(3, 12) + "mlRecordTests()");
        recorded(run);
        SelectionAction action = run.getAction(SelectionAction.class);
        assertThat(action.getFailed()).isEqualTo(2);
        assertThat(action.getMissed()).isEqualTo(1);
        assertThat(action.getAftermath()).contains("would have missed 1 of them");
        JenkinsRule.WebClient client = jenkins.createWebClient();
        assertThat(client.getPage(run).asNormalizedText()).contains("20 tests ran, 2 failed.");
        assertThat(client.getPage(run, SelectionAction.URL).asNormalizedText()).contains("Part12Test");
    }

    @Test
    void whatIsRecordedDecidesTheNextBuild() throws Exception {
        shop.remember(job);
        recorded(build(report(12) + "mlRecordTests()"));
        WorkflowRun next = build("mlSelectTests(runner: maven(), policy: fraction(0.05), mode: 'enforce')");
        assertThat(next.getAction(SelectionAction.class).report().tests())
                .filteredOn(row -> row.test().equals(Shop.test(12)))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.selected()).isTrue();
                    assertThat(row.reason()).isEqualTo("it failed when it last ran");
                });
    }

    @Test
    void theHistoryFollowsDeletionAndRename() throws Exception {
        WorkflowRun run = build(report() + "mlRecordTests()");
        recorded(run);
        job.renameTo("store");
        assertThat(Collector.get().await(Duration.ofSeconds(30))).isTrue();
        assertThat(SharedHistory.get().open().jobs().names()).containsExactly("store");
        job.delete();
        assertThat(Collector.get().await(Duration.ofSeconds(30))).isTrue();
        assertThat(SharedHistory.get().open().jobs().names()).isEmpty();
    }

    private static String report(Integer... failing) {
        return "writeFile file: 'target/surefire-reports/TEST-shop.xml', text: '''" + Shop.report(failing) + "'''\n";
    }

    private WorkflowRun build(String script) throws Exception {
        job.setDefinition(new CpsFlowDefinition("node {\n" + script + "\n}", true));
        return jenkins.assertBuildStatus(Result.SUCCESS, job.scheduleBuild2(0));
    }

    private BuildRecord recorded(WorkflowRun run) throws Exception {
        assertThat(Collector.get().await(Duration.ofSeconds(30))).isTrue();
        return SharedHistory.get()
                .open()
                .builds()
                .find(new BuildId(job.getFullName(), run.getNumber()))
                .orElseThrow();
    }
}
