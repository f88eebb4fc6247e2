package io.jenkins.plugins.mlci.plugin.testselector.step;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.plugins.git.GitSCM;
import io.jenkins.plugins.mlci.plugin.testselector.Shop;
import io.jenkins.plugins.mlci.plugin.testselector.page.SelectionAction;
import io.jenkins.plugins.mlci.plugin.testselector.report.TestRow;
import java.nio.file.Path;
import java.util.List;
import jenkins.branch.BranchSource;
import jenkins.plugins.git.GitSCMSource;
import jenkins.plugins.git.traits.BranchDiscoveryTrait;
import org.eclipse.jgit.api.Git;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.multibranch.WorkflowMultiBranchProject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** A multibranch project on a real repository: its branches are found, built and compared by Jenkins itself. */
@WithJenkins
class MultibranchTest {
    private static final String PIPELINE = """
            node {
              checkout scm
              def t = mlSelectTests(runner: maven(), policy: fraction(0.1), mode: 'enforce')
              echo "all=${t.all}"
            }
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void allowARepositoryInAFolder() {
        GitSCM.ALLOW_LOCAL_CHECKOUT = true;
    }

    @AfterEach
    void forbidItAgain() {
        GitSCM.ALLOW_LOCAL_CHECKOUT = false;
    }

    @Test
    void aBranchIsComparedWithTheOneItLeftAndUsesItsHistory(JenkinsRule jenkins) throws Exception {
        Shop shop = Shop.create(folder);
        shop.commit("Jenkinsfile", PIPELINE, "Add the pipeline");
        String target = branch(shop);
        WorkflowMultiBranchProject project = jenkins.createProject(WorkflowMultiBranchProject.class, "shop");
        GitSCMSource source = new GitSCMSource(folder.toUri().toString());
        source.setTraits(List.of(new BranchDiscoveryTrait()));
        project.getSourcesList().add(new BranchSource(source));
        shop.remember("shop/" + target);
        scan(jenkins, project);
        switchTo(shop, "feature", true);
        shop.commit(Shop.source(9), "class Part9 { int changed; }\n", "Change part 9");
        // What is checked out in a repository is what Git calls its primary branch.
        switchTo(shop, target, false);

        scan(jenkins, project);

        WorkflowJob feature = project.getItem("feature");
        WorkflowRun run = feature.getLastBuild();
        jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(run));
        jenkins.assertLogContains("Compared with where it left branch " + target + ": 1 changed file.", run);
        SelectionAction action = run.getAction(SelectionAction.class);
        assertThat(action.isAll()).isFalse();
        assertThat(action.report().tests().stream().filter(TestRow::selected).map(TestRow::className))
                .contains("com.acme.part9.Part9Test")
                .hasSizeLessThan(Shop.PARTS);
    }

    private static void scan(JenkinsRule jenkins, WorkflowMultiBranchProject project) throws Exception {
        project.scheduleBuild2(0).getFuture().get();
        jenkins.waitUntilNoActivity();
    }

    private static String branch(Shop shop) throws Exception {
        try (Git git = Git.open(shop.repository().toFile())) {
            return git.getRepository().getBranch();
        }
    }

    private static void switchTo(Shop shop, String branch, boolean isNew) throws Exception {
        try (Git git = Git.open(shop.repository().toFile())) {
            git.checkout().setCreateBranch(isNew).setName(branch).call();
        }
    }
}
