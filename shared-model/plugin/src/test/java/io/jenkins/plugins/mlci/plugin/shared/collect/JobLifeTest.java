package io.jenkins.plugins.mlci.plugin.shared.collect;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.User;
import hudson.security.ACL;
import hudson.security.ACLContext;
import hudson.tasks.LogRotator;
import io.jenkins.plugins.mlci.plugin.shared.store.SharedHistory;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.BuildQuery;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockFolder;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The history follows jobs and builds that are deleted, renamed and moved. */
@WithJenkins
class JobLifeTest {
    private static HistoryStore history() throws InterruptedException {
        assertThat(Collector.get().await(Duration.ofSeconds(60))).isTrue();
        return SharedHistory.get().open();
    }

    private static List<Long> builds(String job) throws InterruptedException {
        return history().builds().list(BuildQuery.of(job)).stream()
                .map(build -> build.id().number())
                .toList();
    }

    @Test
    void aRenamedJobKeepsItsHistoryAndModels(JenkinsRule jenkins) throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject("before");
        jenkins.buildAndAssertSuccess(job);
        history().models().insert("job:before", "tests", "ACTIVE", "{}", new byte[] {1});

        job.renameTo("after");

        assertThat(builds("after")).containsExactly(1L);
        assertThat(history().jobs().names()).containsExactly("after");
        assertThat(history().models().scopes()).containsExactly("job:after");
    }

    @Test
    void jobsInARenamedFolderKeepTheirHistory(JenkinsRule jenkins) throws Exception {
        MockFolder folder = jenkins.createFolder("team");
        FreeStyleProject job = folder.createProject(FreeStyleProject.class, "app");
        jenkins.buildAndAssertSuccess(job);
        history().models().insert("family:team", "tests", "ACTIVE", "{}", new byte[] {1});

        folder.renameTo("group");

        assertThat(builds("group/app")).containsExactly(1L);
        assertThat(history().models().scopes()).containsExactly("family:group");
    }

    @Test
    void aMovedJobKeepsItsHistory(JenkinsRule jenkins) throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject("app");
        jenkins.buildAndAssertSuccess(job);

        hudson.model.Items.move(job, jenkins.createFolder("team"));

        assertThat(builds("team/app")).containsExactly(1L);
    }

    @Test
    void aDeletedJobIsForgotten(JenkinsRule jenkins) throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject("gone");
        jenkins.buildAndAssertSuccess(job);
        history().models().insert("job:gone", "tests", "ACTIVE", "{}", new byte[] {1});

        job.delete();

        assertThat(history().jobs().names()).isEmpty();
        assertThat(history().models().scopes()).isEmpty();
    }

    @Test
    void aBuildThatAPersonDeletesIsForgotten(JenkinsRule jenkins) throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject("app");
        FreeStyleBuild first = jenkins.buildAndAssertSuccess(job);
        jenkins.buildAndAssertSuccess(job);
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());

        try (ACLContext person = ACL.as2(User.getById("alice", true).impersonate2())) {
            first.delete();
        }

        assertThat(builds("app")).containsExactly(2L);
    }

    @Test
    void aBuildThatJenkinsDiscardsStaysInTheHistory(JenkinsRule jenkins) throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject("app");
        job.setBuildDiscarder(new LogRotator(-1, 1, -1, -1));
        jenkins.buildAndAssertSuccess(job);
        jenkins.buildAndAssertSuccess(job);

        assertThat(builds("app")).containsExactly(1L, 2L);
        assertThat(job.getBuildByNumber(1)).isNull();
        assertThat(history().builds().find(new BuildId("app", 1))).isPresent();
    }
}
