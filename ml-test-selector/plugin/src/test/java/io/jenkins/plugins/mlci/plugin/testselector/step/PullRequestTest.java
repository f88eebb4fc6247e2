package io.jenkins.plugins.mlci.plugin.testselector.step;

import static org.assertj.core.api.Assertions.assertThat;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.Item;
import io.jenkins.plugins.mlci.plugin.shared.store.SharedHistory;
import io.jenkins.plugins.mlci.plugin.testselector.Shop;
import io.jenkins.plugins.mlci.plugin.testselector.page.SelectionAction;
import io.jenkins.plugins.mlci.plugin.testselector.report.TestRow;
import io.jenkins.plugins.mlci.shared.history.Build;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.BuildRecord;
import io.jenkins.plugins.mlci.shared.history.BuildResult;
import io.jenkins.plugins.mlci.shared.history.Outcome;
import io.jenkins.plugins.mlci.shared.history.TestOutcome;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import jenkins.scm.api.SCMHead;
import jenkins.scm.api.metadata.PrimaryInstanceMetadataAction;
import jenkins.scm.api.mixin.ChangeRequestSCMHead;
import org.eclipse.jgit.api.Git;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.TestExtension;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Jobs that belong to branches and pull requests, as the SCM API tells them apart. */
@WithJenkins
class PullRequestTest {
    @TempDir
    private Path folder;

    @Test
    void aPullRequestIsJudgedByItsTargetBranch(JenkinsRule jenkins) throws Exception {
        Shop shop = Shop.create(folder);
        jenkins.createProject(WorkflowJob.class, "main");
        shop.remember("main");
        branchOff(shop, "feature");
        shop.commit(Shop.source(9), "class Part9 { int changed; }\n", "Change part 9");
        WorkflowJob request = jenkins.createProject(WorkflowJob.class, "PR-1");
        WorkflowRun run = select(jenkins, shop, request);
        jenkins.assertLogContains("Compared with where it left branch main: 1 changed file.", run);
        SelectionAction action = run.getAction(SelectionAction.class);
        assertThat(action.isAll()).isFalse();
        assertThat(selected(action)).contains("com.acme.part9.Part9Test").hasSizeLessThan(Shop.PARTS);
        assertThat(jenkins.createWebClient().getPage(run, SelectionAction.URL).asNormalizedText())
                .contains("History of")
                .contains("main");
    }

    @Test
    void whatFailedInThePullRequestItselfRunsAgain(JenkinsRule jenkins) throws Exception {
        Shop shop = Shop.create(folder);
        jenkins.createProject(WorkflowJob.class, "main");
        shop.remember("main");
        branchOff(shop, "feature");
        shop.commit(Shop.source(9), "class Part9 { int changed; }\n", "Change part 9");
        WorkflowJob request = jenkins.createProject(WorkflowJob.class, "PR-1");
        Build build = new Build(
                new BuildId("PR-1", 1), Instant.now(), Duration.ofMinutes(1), BuildResult.UNSTABLE, "feature", "");
        SharedHistory.get()
                .open()
                .builds()
                .record(new BuildRecord(build, List.of(), List.of(new TestOutcome(Shop.test(16), Outcome.FAILED, 1))));
        request.updateNextBuildNumber(2);
        assertThat(selected(select(jenkins, shop, request).getAction(SelectionAction.class)))
                .contains("com.acme.part16.Part16Test");
    }

    @Test
    void aNewBranchBorrowsFromThePrimaryOne(JenkinsRule jenkins) throws Exception {
        Shop shop = Shop.create(folder);
        WorkflowJob main = jenkins.createProject(WorkflowJob.class, "main");
        main.addAction(new PrimaryInstanceMetadataAction());
        shop.remember("main");
        branchOff(shop, "feature");
        shop.commit(Shop.source(9), "class Part9 { int changed; }\n", "Change part 9");
        WorkflowRun run = select(jenkins, shop, jenkins.createProject(WorkflowJob.class, "feature"));
        jenkins.assertLogContains("Compared with where it left branch main: 1 changed file.", run);
        assertThat(run.getAction(SelectionAction.class).isAll()).isFalse();
    }

    @Test
    void withoutAnyHistoryAllTestsRun(JenkinsRule jenkins) throws Exception {
        Shop shop = Shop.create(folder);
        WorkflowRun run = select(jenkins, shop, jenkins.createProject(WorkflowJob.class, "PR-1"));
        assertThat(run.getAction(SelectionAction.class).isAll()).isTrue();
        jenkins.assertLogContains("the history has no builds of job PR-1", run);
    }

    private static WorkflowRun select(JenkinsRule jenkins, Shop shop, WorkflowJob job) throws Exception {
        shop.checkOut(job, jenkins.jenkins);
        job.setDefinition(new CpsFlowDefinition(
                "node { mlSelectTests(runner: maven(), policy: fraction(0.1), mode: 'enforce') }", true));
        return jenkins.buildAndAssertSuccess(job);
    }

    private static void branchOff(Shop shop, String branch) throws Exception {
        try (Git git = Git.open(shop.repository().toFile())) {
            git.checkout().setCreateBranch(true).setName(branch).call();
        }
    }

    private static List<String> selected(SelectionAction action) throws Exception {
        return action.report().tests().stream()
                .filter(TestRow::selected)
                .map(TestRow::className)
                .toList();
    }

    /** Tells which head a job is for, by its name. */
    @TestExtension
    public static final class Heads extends SCMHead.HeadByItem {
        @CheckForNull
        @Override
        public SCMHead getHead(Item item) {
            return item.getName().startsWith("PR-") ? new Request(item.getName()) : new SCMHead(item.getName());
        }
    }

    /** A pull request to branch main. */
    public static final class Request extends SCMHead implements ChangeRequestSCMHead {
        private static final long serialVersionUID = 1L;

        Request(String name) {
            super(name);
        }

        @NonNull
        @Override
        public String getId() {
            return getName().substring(3);
        }

        @NonNull
        @Override
        public SCMHead getTarget() {
            return new SCMHead("main");
        }
    }
}
