package io.jenkins.plugins.mlci.plugin.testselector.step;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.FilePath;
import hudson.model.Label;
import hudson.model.Result;
import hudson.slaves.DumbSlave;
import io.jenkins.plugins.mlci.plugin.shared.collect.Collector;
import io.jenkins.plugins.mlci.plugin.shared.config.DecisionMode;
import io.jenkins.plugins.mlci.plugin.shared.config.MachineLearningConfiguration;
import io.jenkins.plugins.mlci.plugin.shared.config.PostgreSqlHistory;
import io.jenkins.plugins.mlci.plugin.shared.store.SharedHistory;
import io.jenkins.plugins.mlci.plugin.testselector.Shop;
import io.jenkins.plugins.mlci.plugin.testselector.page.SelectionAction;
import io.jenkins.plugins.mlci.plugin.testselector.report.TestRow;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.testselector.service.SelectionRecord;
import io.jenkins.plugins.mlci.testselector.service.SelectionService;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class SelectTestsStepTest {
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
    void enforcingLeavesTestsOutAndTellsTheScriptEverything() throws Exception {
        WorkflowRun run = build("""
                def t = mlSelectTests(runner: maven(), policy: confidence(0.9), mode: 'enforce')
                echo "all=${t.all} observed=${t.observed} selected=${t.selected} skipped=${t.skipped} saved=${t.savedSeconds > 0}"
                echo "args=${t.args} excludes=${t.excludesFile} includes=[${t.includesFile}] script=[${t.script}]"
                echo "reason=${t.reason} model=[${t.modelVersion}] shards=${t.shards.size()} first=${t.shards[0].index} ${t.shards[0].empty}"
                echo "would=${t.wouldSkip} commands=${t.commands.size()} seconds=${t.shards[0].seconds > 0} text=${t}"
                """);
        jenkins.assertLogContains("all=false observed=false selected=", run);
        jenkins.assertLogContains("saved=true", run);
        jenkins.assertLogContains("-Dsurefire.excludesFile=", run);
        jenkins.assertLogContains("shards=1 first=1 false", run);
        jenkins.assertLogContains("[ml-test-selector] Tests selected: ", run);
        jenkins.assertLogContains(
                "[ml-test-selector] Compared with commit " + shop.reference().substring(0, 10)
                        + " of build 80: 1 changed file.",
                run);
        SelectionAction action = run.getAction(SelectionAction.class);
        assertThat(action.isAll()).isFalse();
        assertThat(action.getTotal()).isEqualTo(Shop.PARTS);
        assertThat(selected(action)).contains(Shop.test(3)).hasSizeLessThan(Shop.PARTS);
        String excludes =
                workspace.child(".mlci/selection/surefire-excludes.txt").readToString();
        assertThat(excludes).doesNotContain("Part3Test");
        for (TestRow row : action.report().tests()) {
            if (!row.selected()) {
                assertThat(excludes)
                        .contains(row.className().substring(row.className().lastIndexOf('.') + 1));
            }
        }
    }

    @Test
    void theDecisionIsKeptInTheHistory() throws Exception {
        WorkflowRun run = build("mlSelectTests(runner: maven(), policy: confidence(0.9), mode: 'enforce')");
        List<SelectionRecord> decisions = new SelectionService(
                        SharedHistory.get().open(), Clock.systemUTC())
                .decisions(new BuildId("shop", run.getNumber()));
        assertThat(decisions).singleElement().satisfies(decision -> {
            assertThat(decision.policy()).isEqualTo("confidence: 0.9");
            assertThat(decision.enforced()).isTrue();
            assertThat(decision.selected())
                    .isEqualTo(run.getAction(SelectionAction.class).getSelected());
        });
    }

    @Test
    void observingRunsAllAndShowsWhatWouldBeLeftOut() throws Exception {
        WorkflowRun run = build("""
                def t = mlSelectTests(runner: maven(), policy: confidence(0.9), mode: 'observe')
                echo "all=${t.all} observed=${t.observed} skipped=${t.skipped} would=${t.wouldSkip > 0} args=[${t.args}]"
                """);
        jenkins.assertLogContains("all=true observed=true skipped=0 would=true args=[]", run);
        jenkins.assertLogContains("All 20 tests will run, since tests are only observed. The selection would be ", run);
        assertThat(workspace.child(".mlci/selection/surefire-excludes.txt").readToString())
                .doesNotContain("Part");
    }

    @Test
    void withoutAModeTheAdministratorDecides() throws Exception {
        jenkins.assertLogContains("only observed", build("mlSelectTests(runner: maven(), policy: confidence(0.9))"));
        MachineLearningConfiguration.get().setMode(DecisionMode.ENFORCE);
        jenkins.assertLogContains("Tests selected: ", build("mlSelectTests(runner: maven(), policy: confidence(0.9))"));
    }

    @Test
    void everyPolicySelects() throws Exception {
        WorkflowRun fraction = build("mlSelectTests(runner: maven(), policy: fraction(0.1), mode: 'enforce')");
        assertThat(fraction.getAction(SelectionAction.class).getSelected()).isBetween(2, 6);
        // The next selection knows of this build or not, so that it must not depend on who is faster.
        assertThat(Collector.get().await(Duration.ofMinutes(1))).isTrue();
        WorkflowRun percent = build("mlSelectTests(runner: maven(), policy: fraction(10), mode: 'enforce')");
        assertThat(percent.getAction(SelectionAction.class).getSelected())
                .isEqualTo(fraction.getAction(SelectionAction.class).getSelected());
        WorkflowRun time = build("mlSelectTests(runner: maven(), policy: time('30s'), mode: 'enforce')");
        assertThat(time.getAction(SelectionAction.class).getSelected()).isLessThan(Shop.PARTS);
        assertThat(time.getAction(SelectionAction.class).getReason()).contains("fit into the time");
    }

    @Test
    void anOptionThatMakesNoSenseRunsAllTestsAndFailsNothing() throws Exception {
        for (String options : List.of(
                "policy: confidence(0)",
                "policy: time('soon')",
                "mode: 'perhaps'",
                "shards: 0",
                "shards: 2, shard: 3",
                "fullEvery: -1")) {
            WorkflowRun run = build("echo \"all=${mlSelectTests(runner: maven(), " + options + ").all}\"");
            jenkins.assertLogContains("[ml-test-selector] All tests will run: ", run);
            jenkins.assertLogContains("all=true", run);
            jenkins.assertLogNotContains("\tat ", run);
        }
    }

    @Test
    void aTestThatMustRunIsNeverLeftOut() throws Exception {
        WorkflowRun run = build(
                "mlSelectTests(runner: maven(), policy: fraction(0.05), mode: 'enforce', mustRun: ['*Part17Test', '*Part18Test#works'])");
        assertThat(selected(run.getAction(SelectionAction.class))).contains(Shop.test(17), Shop.test(18));
    }

    @Test
    void aFileCanForceAllTests() throws Exception {
        WorkflowRun run = build(
                "mlSelectTests(runner: maven(), policy: confidence(0.9), mode: 'enforce', forceAllOn: ['src/main/java/com/acme/part3/**'])");
        assertThat(run.getAction(SelectionAction.class).isAll()).isTrue();
        jenkins.assertLogContains("Part3.java changed", run);
    }

    @Test
    void everySoManyBuildsAllTestsRun() throws Exception {
        WorkflowRun run =
                build("mlSelectTests(runner: maven(), policy: confidence(0.9), mode: 'enforce', fullEvery: 40)");
        jenkins.assertLogContains("every 40 builds all tests run", run);
        jenkins.assertLogContains(
                "Tests selected",
                build("mlSelectTests(runner: maven(), policy: confidence(0.9), mode: 'enforce', fullEvery: 0)"));
    }

    @Test
    void anotherReferenceOrBranchCanBeNamed() throws Exception {
        shop.commit(Shop.source(5), "class Part5 { int changed; }\n", "Change part 5");
        workspace = shop.checkOut(job, jenkins.jenkins);
        jenkins.assertLogContains(
                ": 2 changed files.", build("mlSelectTests(runner: maven(), reference: '" + shop.reference() + "')"));
        jenkins.assertLogContains(
                "Compared with commit HEAD~1: 1 changed file.",
                build("mlSelectTests(runner: maven(), reference: 'HEAD~1')"));
        jenkins.assertLogContains(
                "Compared with where it left branch main: 0 changed files.",
                build("mlSelectTests(runner: maven(), targetBranch: 'main')"));
        WorkflowRun unknown = build("mlSelectTests(runner: maven(), mode: 'enforce', reference: 'no-such-tag')");
        jenkins.assertLogContains("no-such-tag", unknown);
        assertThat(unknown.getAction(SelectionAction.class).isAll()).isTrue();
    }

    @Test
    void aCommitMessageCanAskForAllTests() throws Exception {
        shop.commit(Shop.source(5), "class Part5 { int changed; }\n", "Change part 5 [all tests]");
        shop.checkOut(job, jenkins.jenkins);
        WorkflowRun run = build("mlSelectTests(runner: maven(), policy: confidence(0.9), mode: 'enforce')");
        jenkins.assertLogContains("a commit message asks for it ([all tests])", run);
    }

    @Test
    void testsAreSplitIntoParts() throws Exception {
        WorkflowRun run = build("""
                def t = mlSelectTests(runner: maven(), policy: fraction(0.5), mode: 'enforce', shards: 3)
                t.shards.each { echo "part ${it.index}: ${it.args} ${it.empty}" }
                echo "whole=[${t.args}]"
                """);
        assertThat(JenkinsRule.getLog(run)).containsPattern("part 1: '?-Dsurefire.excludesFile=");
        assertThat(JenkinsRule.getLog(run)).containsPattern("part 3: '?-Dsurefire.includesFile=");
        jenkins.assertLogContains("whole=[]", run);
        assertThat(workspace.child(".mlci/selection/shard-3/args.txt").exists()).isTrue();
        WorkflowRun timed = build("""
                def t = mlSelectTests(runner: maven(), policy: fraction(0.99), mode: 'enforce', maxShards: 50, shardTime: '100s')
                echo "parts=${t.shards.size()}"
                """);
        jenkins.assertLogContains("parts=3", timed);
    }

    @Test
    void placesOfOneBuildShareADecision() throws Exception {
        WorkflowRun run = build("""
                def one = mlSelectTests(runner: maven(), policy: fraction(0.5), mode: 'enforce', shards: 2, shard: 1)
                def two = mlSelectTests(runner: maven(), policy: fraction(0.5), mode: 'enforce', shards: 2, shard: 2)
                echo "one=${one.args} two=${two.args}"
                """);
        jenkins.assertLogContains("Part 2 of the selection that this build has made.", run);
        assertThat(JenkinsRule.getLog(run)).containsPattern("one='?-Dsurefire.excludesFile=");
        assertThat(run.getActions(SelectionAction.class)).hasSize(1);
    }

    @Test
    void severalSelectionsOfABuildHaveNames() throws Exception {
        WorkflowRun run = build("""
                mlSelectTests(runner: maven(), policy: fraction(0.2), mode: 'enforce', id: 'unit')
                mlSelectTests(runner: gradle(), policy: fraction(0.2), mode: 'enforce', id: 'integration')
                """);
        assertThat(run.getActions(SelectionAction.class))
                .extracting(SelectionAction::getUrlName)
                .containsExactly("ml-test-selection-unit", "ml-test-selection-integration");
        assertThat(workspace.child(".mlci/selection-unit/args.txt").exists()).isTrue();
        assertThat(workspace.child(".mlci/selection-integration/args.txt").exists())
                .isTrue();
    }

    @Test
    void theFolderCanBeChosenInsideTheWorkspace() throws Exception {
        build("mlSelectTests(runner: maven(), policy: fraction(0.2), mode: 'enforce', folder: 'build/selection')");
        assertThat(workspace.child("build/selection/args.txt").exists()).isTrue();
        WorkflowRun outside =
                build("mlSelectTests(runner: maven(), policy: fraction(0.2), mode: 'enforce', folder: '../x')");
        jenkins.assertLogContains("outside of the workspace", outside);
    }

    @Test
    void everyRunnerHasASymbol() throws Exception {
        for (String runner : List.of(
                "maven()",
                "maven(include: true)",
                "gradle()",
                "pytest()",
                "go()",
                "jest()",
                "vitest()",
                "ctest()",
                "ctest(listFiles: true)",
                "dotnet()",
                "googletest()",
                "rspec()",
                "playwright()",
                "raw()",
                "template('--skip %s')",
                "template(format: '%s', separator: ',')")) {
            WorkflowRun run = build("mlSelectTests(runner: " + runner + ", policy: fraction(0.2), mode: 'enforce')");
            SelectionAction action = run.getAction(SelectionAction.class);
            assertThat(action.report().facts().runner()).isEqualTo(runner.replaceFirst("\\(.*", ""));
            assertThat(action.isAll()).isEqualTo(action.getReason().startsWith("the runner can leave out none of"));
        }
    }

    @Test
    void aJobWithoutHistoryRunsAllTests() throws Exception {
        WorkflowJob fresh = jenkins.createProject(WorkflowJob.class, "fresh");
        shop.checkOut(fresh, jenkins.jenkins);
        fresh.setDefinition(new CpsFlowDefinition(
                "node { echo \"all=${mlSelectTests(runner: maven(), mode: 'enforce').all}\" }", true));
        WorkflowRun run = jenkins.buildAndAssertSuccess(fresh);
        jenkins.assertLogContains("All tests will run: the history has no builds of job fresh", run);
        jenkins.assertLogContains("all=true", run);
    }

    @Test
    void aWorkspaceWithoutGitRunsAllTests() throws Exception {
        workspace.child(".git").deleteRecursive();
        WorkflowRun run = build("mlSelectTests(runner: maven(), policy: confidence(0.9), mode: 'enforce')");
        jenkins.assertLogContains("All 20 tests will run: The workspace holds no Git repository.", run);
    }

    @Test
    void aBrokenHistoryRunsAllTests() throws Exception {
        MachineLearningConfiguration.get().setHistory(new PostgreSqlHistory("jdbc:postgresql://127.0.0.1:1/x", "none"));
        WorkflowRun run = build("echo \"all=${mlSelectTests(runner: maven(), mode: 'enforce').all}\"");
        jenkins.assertLogContains("[ml-test-selector] All tests will run: ", run);
        jenkins.assertLogContains("all=true", run);
        jenkins.assertLogNotContains("\tat ", run);
        assertThat(run.getAction(SelectionAction.class)).isNull();
    }

    @Test
    void aBrokenHistoryTakesOldFilesOut() throws Exception {
        build("mlSelectTests(runner: maven(), policy: fraction(0.1), mode: 'enforce')");
        assertThat(workspace.child(".mlci/selection/surefire-excludes.txt").readToString())
                .contains("Part");
        MachineLearningConfiguration.get().setHistory(new PostgreSqlHistory("jdbc:postgresql://127.0.0.1:1/x", "none"));
        build("mlSelectTests(runner: maven(), policy: fraction(0.1), mode: 'enforce')");
        assertThat(workspace.child(".mlci/selection/surefire-excludes.txt").readToString())
                .doesNotContain("Part");
    }

    @Test
    void theWorkspaceMayBeOnAnAgent() throws Exception {
        DumbSlave agent = jenkins.createOnlineSlave(Label.get("far"));
        FilePath there = shop.checkOut(job, agent);
        job.setDefinition(new CpsFlowDefinition(
                "node('far') { def t = mlSelectTests(runner: maven(), policy: confidence(0.9), mode: 'enforce'); echo \"excludes=${t.excludesFile}\" }",
                true));
        WorkflowRun run = jenkins.buildAndAssertSuccess(job);
        jenkins.assertLogContains("excludes=" + there.getRemote(), run);
        jenkins.assertLogContains("1 changed file.", run);
        assertThat(there.child(".mlci/selection/surefire-excludes.txt").readToString())
                .contains("Part");
    }

    @Test
    void aFolderOfTheRepositoryIsAsGood() throws Exception {
        WorkflowRun run =
                build("dir('src') { mlSelectTests(runner: maven(), policy: confidence(0.9), mode: 'enforce') }");
        jenkins.assertLogContains("1 changed file.", run);
        assertThat(workspace.child("src/.mlci/selection/args.txt").exists()).isTrue();
    }

    private WorkflowRun build(String script) throws Exception {
        job.setDefinition(new CpsFlowDefinition("node {\n" + script + "\n}", true));
        return jenkins.assertBuildStatus(Result.SUCCESS, job.scheduleBuild2(0));
    }

    private static List<TestId> selected(SelectionAction action) throws Exception {
        return action.report().tests().stream()
                .filter(TestRow::selected)
                .map(TestRow::test)
                .toList();
    }
}
