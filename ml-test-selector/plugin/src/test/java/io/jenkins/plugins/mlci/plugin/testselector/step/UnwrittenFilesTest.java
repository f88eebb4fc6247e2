package io.jenkins.plugins.mlci.plugin.testselector.step;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.FilePath;
import hudson.model.Label;
import hudson.model.Result;
import hudson.slaves.DumbSlave;
import io.jenkins.plugins.mlci.plugin.shared.store.SharedHistory;
import io.jenkins.plugins.mlci.plugin.testselector.Shop;
import io.jenkins.plugins.mlci.plugin.testselector.page.SelectionAction;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.testselector.service.SelectionRecord;
import io.jenkins.plugins.mlci.testselector.service.SelectionService;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Only what the runner really leaves out is said and kept as left out. */
@WithJenkins
class UnwrittenFilesTest {
    private static final String SELECT = "mlSelectTests(runner: maven(), policy: fraction(0.1), mode: 'enforce'";

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
        shop.remember(job);
        workspace = shop.checkOut(job, rule.jenkins);
    }

    @Test
    void allTestsRunWhereAFileStandsInTheWay() throws Exception {
        workspace.child("taken").write("a file", "UTF-8");
        WorkflowRun run = build("""
                def t = %s, folder: 'taken')
                echo "all=${t.all} skipped=${t.skipped} saved=${t.savedSeconds} args=[${t.args}] part=[${t.shards[0].args}]"
                """.formatted(SELECT));
        jenkins.assertLogContains("all=true skipped=0 saved=0.0 args=[] part=[]", run);
        jenkins.assertLogContains(
                "[ml-test-selector] All 20 tests will run: the files for the runner cannot be written to taken (", run);
        jenkins.assertLogContains("taken is no folder).", run);
        jenkins.assertLogNotContains("\tat ", run);
        assertNothingIsLeftOut(run);
        assertThat(workspace.child("taken").readToString()).isEqualTo("a file");
    }

    @Test
    void allTestsRunWhereAFileCannotBeWrittenAndOldOnesLeaveNothingOut() throws Exception {
        build(SELECT + ")");
        FilePath excludes = workspace.child(".mlci/selection/surefire-excludes.txt");
        assertThat(excludes.readToString()).contains("Part");
        // A folder in the place of a file that is written last; permissions would mean nothing to the user root.
        workspace.child(".mlci/selection/args.txt").delete();
        workspace.child(".mlci/selection/args.txt").mkdirs();
        WorkflowRun run = build("def t = " + SELECT + "); echo \"all=${t.all} excludes=[${t.excludesFile}]\"");
        jenkins.assertLogContains("all=true excludes=[]", run);
        jenkins.assertLogContains("will run: the files for the runner cannot be written to .mlci/selection (", run);
        assertNothingIsLeftOut(run);
        assertThat(excludes.readToString()).doesNotContain("Part");
    }

    @Test
    void anAgentSaysTheSame() throws Exception {
        DumbSlave agent = jenkins.createOnlineSlave(Label.get("far"));
        FilePath there = shop.checkOut(job, agent);
        there.child("taken").write("a file", "UTF-8");
        job.setDefinition(
                new CpsFlowDefinition("node('far') { echo \"all=${" + SELECT + ", folder: 'taken/x').all}\" }", true));
        WorkflowRun run = jenkins.buildAndAssertSuccess(job);
        jenkins.assertLogContains("all=true", run);
        jenkins.assertLogContains("the files for the runner cannot be written to taken/x (" + there.getRemote(), run);
        assertNothingIsLeftOut(run);
    }

    @Test
    void onePlaceThatRunsEverythingCorrectsTheDecisionOfAll() throws Exception {
        workspace.child("second/.mlci").getParent().mkdirs();
        workspace.child("second/.mlci").write("a file", "UTF-8");
        WorkflowRun run = build("""
                def one = %1$s, shards: 2, shard: 1)
                echo "one=${one.all}"
                dir('second') {
                    def two = %1$s, shards: 2, shard: 2)
                    echo "two=${two.all} args=[${two.args}]"
                }
                """.formatted(SELECT));
        jenkins.assertLogContains("one=false", run);
        jenkins.assertLogContains("Part 2 of the selection that this build has made.", run);
        jenkins.assertLogContains("two=true args=[]", run);
        jenkins.assertLogContains("All 20 tests will run: the files for the runner cannot be written to ", run);
        assertNothingIsLeftOut(run);
    }

    @Test
    void observingNeedsNoFiles() throws Exception {
        workspace.child("taken").write("a file", "UTF-8");
        WorkflowRun run = build("""
                def t = mlSelectTests(runner: maven(), policy: fraction(0.1), mode: 'observe', folder: 'taken')
                echo "all=${t.all} would=${t.wouldSkip > 0} args=[${t.args}]"
                """);
        jenkins.assertLogContains("all=true would=true args=[]", run);
        jenkins.assertLogContains("since tests are only observed", run);
        jenkins.assertLogContains("Nothing was written: the files for the runner cannot be written to taken (", run);
        assertThat(decisions(run)).singleElement().satisfies(decision -> {
            assertThat(decision.leftOut()).isFalse();
            assertThat(decision.skipped()).isPositive();
        });
    }

    @Test
    void allTestsRunWhereTheRunnerCanLeaveOutNone() throws Exception {
        WorkflowRun run = build("""
                def t = mlSelectTests(runner: jest(), policy: fraction(0.1), mode: 'enforce')
                echo "all=${t.all} skipped=${t.skipped} saved=${t.savedSeconds} args=[${t.args}]"
                """);
        jenkins.assertLogContains("all=true skipped=0 saved=0.0 args=[]", run);
        jenkins.assertLogContains("All 20 tests will run: the runner can leave out none of the ", run);
        jenkins.assertLogContains("addFileAttribute", run);
        assertNothingIsLeftOut(run);
    }

    private void assertNothingIsLeftOut(WorkflowRun run) throws Exception {
        assertThat(run.getActions(SelectionAction.class)).singleElement().satisfies(action -> {
            assertThat(action.isAll()).isTrue();
            assertThat(action.report().tests()).hasSize(Shop.PARTS).allMatch(row -> row.selected());
        });
        assertThat(decisions(run)).singleElement().satisfies(decision -> {
            assertThat(decision.leftOut()).isFalse();
            assertThat(decision.all()).isTrue();
            assertThat(decision.skipped()).isZero();
            assertThat(decision.savedSeconds()).isZero();
        });
    }

    private static List<SelectionRecord> decisions(WorkflowRun run) {
        return new SelectionService(SharedHistory.get().open(), Clock.systemUTC())
                .decisions(new BuildId("shop", run.getNumber()));
    }

    private WorkflowRun build(String script) throws Exception {
        job.setDefinition(new CpsFlowDefinition("node {\n" + script + "\n}", true));
        return jenkins.assertBuildStatus(Result.SUCCESS, job.scheduleBuild2(0));
    }
}
