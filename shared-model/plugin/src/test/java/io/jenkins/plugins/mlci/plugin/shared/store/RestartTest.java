package io.jenkins.plugins.mlci.plugin.shared.store;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleProject;
import io.jenkins.plugins.mlci.plugin.shared.collect.Collector;
import io.jenkins.plugins.mlci.plugin.shared.config.MachineLearningConfiguration;
import io.jenkins.plugins.mlci.plugin.shared.existing.ExistingBuilds;
import io.jenkins.plugins.mlci.plugin.shared.existing.ImportProgress;
import io.jenkins.plugins.mlci.plugin.shared.people.People;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

/** What is left when Jenkins stops is gone on with when it is up again. */
class RestartTest {
    @RegisterExtension
    private final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    @Test
    void historyKeysAndSettingsSurvive() throws Throwable {
        AtomicReference<String> pseudonym = new AtomicReference<>();
        sessions.then(jenkins -> {
            MachineLearningConfiguration.get().setExcludeJobs("tmp/**");
            pseudonym.set(People.get().pseudonym("jane@example.org"));
            jenkins.buildAndAssertSuccess(jenkins.createFreeStyleProject("app"));
            assertThat(Collector.get().await(Duration.ofSeconds(60))).isTrue();
        });
        sessions.then(jenkins -> {
            assertThat(MachineLearningConfiguration.get().getExcludeJobs()).isEqualTo("tmp/**");
            assertThat(People.get().pseudonym("JANE@example.org ")).isEqualTo(pseudonym.get());
            assertThat(SharedHistory.get().open().builds().find(new BuildId("app", 1)))
                    .isPresent();
        });
    }

    @Test
    void buildsThatWaitedAreRecordedAfterTheRestart() throws Throwable {
        sessions.then(jenkins -> {
            Path history = jenkins.jenkins.getRootDir().toPath().resolve("machine-learning/history");
            Files.createDirectories(history);
            Files.writeString(history.resolve("history.mv.db"), "no database".repeat(1000));
            jenkins.buildAndAssertSuccess(jenkins.createFreeStyleProject("app"));
            assertThat(Collector.get().waiting()).isEqualTo(1);
        });
        Files.delete(sessions.getHome().toPath().resolve("machine-learning/history/history.mv.db"));
        sessions.then(jenkins -> {
            assertThat(Collector.get().await(Duration.ofSeconds(60))).isTrue();
            assertThat(SharedHistory.get().open().builds().find(new BuildId("app", 1)))
                    .isPresent();
        });
    }

    @Test
    void learningFromExistingBuildsGoesOnAfterTheRestart() throws Throwable {
        sessions.then(jenkins -> {
            FreeStyleProject job = jenkins.createFreeStyleProject("app");
            for (int i = 0; i < 3; i++) {
                jenkins.buildAndAssertSuccess(job);
            }
            assertThat(Collector.get().await(Duration.ofSeconds(60))).isTrue();
            SharedHistory.get().open().jobs().delete("app");
            Path progress = jenkins.jenkins.getRootDir().toPath().resolve("machine-learning/existing-builds.json");
            Files.writeString(
                    progress,
                    "{\"state\":\"RUNNING\",\"builds\":3,\"seen\":1,\"recorded\":1,\"job\":\"app\","
                            + "\"started\":\"2026-03-02T12:00:00Z\",\"ended\":\"\",\"problem\":\"\"}");
        });
        sessions.then(jenkins -> {
            assertThat(ExistingBuilds.get().await(Duration.ofSeconds(60))).isTrue();
            assertThat(ExistingBuilds.get().progress().state()).isEqualTo(ImportProgress.State.DONE);
            assertThat(ExistingBuilds.get().progress().recorded()).isEqualTo(3);
            assertThat(SharedHistory.get().open().builds().find(new BuildId("app", 3)))
                    .isPresent();
        });
    }
}
