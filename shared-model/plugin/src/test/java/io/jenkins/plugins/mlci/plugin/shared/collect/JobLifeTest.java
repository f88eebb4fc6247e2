package io.jenkins.plugins.mlci.plugin.shared.collect;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Run;
import hudson.tasks.LogRotator;
import io.jenkins.plugins.mlci.plugin.shared.OneJenkins;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.BuildQuery;
import io.jenkins.plugins.mlci.shared.history.BuildRecord;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jenkins.model.GlobalBuildDiscarderListener;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.MockFolder;
import org.jvnet.hudson.test.TestExtension;

/** The history follows jobs and builds that are deleted, renamed and moved. */
class JobLifeTest extends OneJenkins {
    private static List<Long> builds(String job) throws InterruptedException {
        return history().builds().list(BuildQuery.of(job)).stream()
                .map(build -> build.id().number())
                .toList();
    }

    @Test
    void aRenamedJobKeepsItsHistoryAndModels() throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject("before");
        jenkins.buildAndAssertSuccess(job);
        history().models().insert("job:before", "tests", "ACTIVE", "{}", new byte[] {1});

        job.renameTo("after");

        assertThat(builds("after")).containsExactly(1L);
        assertThat(history().jobs().names()).containsExactly("after");
        assertThat(history().models().scopes()).containsExactly("job:after");
    }

    @Test
    void jobsInARenamedFolderKeepTheirHistory() throws Exception {
        MockFolder folder = jenkins.createFolder("team");
        FreeStyleProject job = folder.createProject(FreeStyleProject.class, "app");
        jenkins.buildAndAssertSuccess(job);
        history().models().insert("family:team", "tests", "ACTIVE", "{}", new byte[] {1});

        folder.renameTo("group");

        assertThat(builds("group/app")).containsExactly(1L);
        assertThat(history().models().scopes()).containsExactly("family:group");
    }

    @Test
    void aMovedJobKeepsItsHistory() throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject("moving");
        jenkins.buildAndAssertSuccess(job);

        hudson.model.Items.move(job, jenkins.createFolder("target"));

        assertThat(builds("target/moving")).containsExactly(1L);
    }

    @Test
    void aDeletedJobIsForgotten() throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject("gone");
        jenkins.buildAndAssertSuccess(job);
        history().models().insert("job:gone", "tests", "ACTIVE", "{}", new byte[] {1});

        job.delete();

        assertThat(history().jobs().names()).isEmpty();
        assertThat(history().models().scopes()).isEmpty();
    }

    @Test
    void aBuildThatAPersonDeletesIsForgotten() throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject("pruned");
        FreeStyleBuild first = jenkins.buildAndAssertSuccess(job);
        jenkins.buildAndAssertSuccess(job);

        first.delete();

        assertThat(builds("pruned")).containsExactly(2L);
    }

    @Test
    void aBuildThatAPersonDeletesAfterARenameIsForgotten() throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject("old");
        FreeStyleBuild first = jenkins.buildAndAssertSuccess(job);
        jenkins.buildAndAssertSuccess(job);

        job.renameTo("new");
        job.getBuildByNumber(first.getNumber()).delete();

        assertThat(builds("new")).containsExactly(2L);
        assertThat(builds("old")).isEmpty();
    }

    @Test
    void aBuildThatJenkinsDiscardsStaysInTheHistory() throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject("rotated");
        job.setBuildDiscarder(new LogRotator(-1, 1, -1, -1));
        jenkins.buildAndAssertSuccess(job);
        jenkins.buildAndAssertSuccess(job);
        // Jenkins discards in the background.
        GlobalBuildDiscarderListener.await();

        assertThat(builds("rotated")).containsExactly(1L, 2L);
        assertThat(job.getBuildByNumber(1)).isNull();
        assertThat(history().builds().find(new BuildId("rotated", 1))).isPresent();
    }

    @Test
    void aBuildThatJenkinsDiscardsBeforeItsTurnIsRecorded() throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject("hasty");
        job.setBuildDiscarder(new LogRotator(-1, 1, -1, -1));
        Busy busy = jenkins.jenkins.getExtensionList(Busy.class).get(0);
        jenkins.buildAndAssertSuccess(jenkins.createFreeStyleProject(Busy.JOB));
        try {
            assertThat(busy.begun.await(60, TimeUnit.SECONDS)).isTrue();
            jenkins.buildAndAssertSuccess(job);
            jenkins.buildAndAssertSuccess(job);
            GlobalBuildDiscarderListener.await();
            assertThat(job.getBuildByNumber(1)).isNull();
        } finally {
            busy.go.countDown();
        }

        assertThat(builds("hasty")).containsExactly(1L, 2L);
    }

    /** Keeps the collector busy with one job until it may go on. */
    @TestExtension
    public static class Busy implements BuildRecordedListener {
        static final String JOB = "busy";

        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch go = new CountDownLatch(1);

        @Override
        public void onRecorded(BuildRecord record, Run<?, ?> run, boolean isNew) {
            if (record.build().id().job().equals(JOB)) {
                begun.countDown();
                try {
                    go.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
