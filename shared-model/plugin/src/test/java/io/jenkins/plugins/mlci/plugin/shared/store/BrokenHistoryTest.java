package io.jenkins.plugins.mlci.plugin.shared.store;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleProject;
import io.jenkins.plugins.mlci.plugin.shared.collect.Collector;
import io.jenkins.plugins.mlci.plugin.shared.config.MachineLearningConfiguration;
import io.jenkins.plugins.mlci.plugin.shared.config.PostgreSqlHistory;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** A history that cannot be used costs nobody a build. */
@WithJenkins
class BrokenHistoryTest {
    private static void breakHistory(JenkinsRule jenkins) throws Exception {
        Path folder = jenkins.jenkins.getRootDir().toPath().resolve("machine-learning/history");
        Files.createDirectories(folder);
        Files.write(
                folder.resolve("history.mv.db"),
                "this is no database".repeat(1000).getBytes());
    }

    @Test
    void buildsGoOnAndTheReasonIsKept(JenkinsRule jenkins) throws Exception {
        breakHistory(jenkins);

        jenkins.buildAndAssertSuccess(jenkins.createFreeStyleProject("app"));
        List<String> jobs = SharedHistory.get().ask(history -> history.jobs().names(), List.of("fall-back"));

        assertThat(jobs).containsExactly("fall-back");
        assertThat(SharedHistory.get().status().isBroken()).isTrue();
        assertThat(SharedHistory.get().status().sentence()).contains("Cannot open the history in");
        assertThat(Collector.get().waiting()).isEqualTo(1);
    }

    @Test
    void whatWaitedIsRecordedWhenTheHistoryIsMended(JenkinsRule jenkins) throws Exception {
        breakHistory(jenkins);
        FreeStyleProject job = jenkins.createFreeStyleProject("app");
        jenkins.buildAndAssertSuccess(job);
        SharedHistory.get().ask(history -> history.jobs().names(), List.of());
        Files.delete(jenkins.jenkins.getRootDir().toPath().resolve("machine-learning/history/history.mv.db"));

        SharedHistory.get().retry();

        assertThat(Collector.get().await(Duration.ofSeconds(60))).isTrue();
        assertThat(SharedHistory.get().open().builds().find(new BuildId("app", 1)))
                .isPresent();
        assertThat(SharedHistory.get().status().state()).isEqualTo(StoreStatus.State.OPEN);
    }

    @Test
    void anotherPlaceIsOpenedWhenItIsConfigured(JenkinsRule jenkins) throws Exception {
        assertThat(SharedHistory.get().open()).isSameAs(SharedHistory.get().open());

        MachineLearningConfiguration.get().setHistory(new PostgreSqlHistory("jdbc:postgresql://nowhere/mlci", "none"));

        assertThat(SharedHistory.get().ask(history -> history.jobs().names(), List.of("fall-back")))
                .containsExactly("fall-back");
        assertThat(SharedHistory.get().status().sentence()).contains("There are no credentials");
    }

    @Test
    void aMistakeInAQuestionDoesNotBreakTheHistory(JenkinsRule jenkins) {
        String answer = SharedHistory.get()
                .ask(
                        history -> {
                            throw new IllegalStateException("on purpose");
                        },
                        "fall-back");

        assertThat(answer).isEqualTo("fall-back");
        assertThat(SharedHistory.get().status().isBroken()).isFalse();
    }
}
