package io.jenkins.plugins.mlci.plugin.shared.store;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleProject;
import io.jenkins.plugins.mlci.plugin.shared.OneJenkins;
import io.jenkins.plugins.mlci.plugin.shared.collect.Collector;
import io.jenkins.plugins.mlci.plugin.shared.config.MachineLearningConfiguration;
import io.jenkins.plugins.mlci.plugin.shared.config.PostgreSqlHistory;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A history that cannot be used costs nobody a build. */
class BrokenHistoryTest extends OneJenkins {
    private void breakHistory() throws Exception {
        Path folder = jenkins.jenkins.getRootDir().toPath().resolve("machine-learning/history");
        SharedHistory.get().retry();
        Files.write(
                folder.resolve("history.mv.db"),
                "this is no database".repeat(1000).getBytes());
    }

    @Test
    void buildsGoOnAndTheReasonIsKept() throws Exception {
        breakHistory();

        jenkins.buildAndAssertSuccess(jenkins.createFreeStyleProject("unrecorded"));
        List<String> jobs = SharedHistory.get().ask(history -> history.jobs().names(), List.of("fall-back"));

        assertThat(jobs).containsExactly("fall-back");
        assertThat(SharedHistory.get().status().isBroken()).isTrue();
        assertThat(SharedHistory.get().status().sentence()).contains("Cannot open the history in");
        assertThat(Collector.get().waiting()).isEqualTo(1);
        mend();
    }

    private void mend() throws Exception {
        Files.delete(file());
        SharedHistory.get().retry();
    }

    private Path file() {
        return jenkins.jenkins.getRootDir().toPath().resolve("machine-learning/history/history.mv.db");
    }

    @Test
    void whatWaitedIsRecordedWhenTheHistoryIsMended() throws Exception {
        breakHistory();
        FreeStyleProject job = jenkins.createFreeStyleProject("app");
        jenkins.buildAndAssertSuccess(job);
        SharedHistory.get().ask(history -> history.jobs().names(), List.of());

        mend();

        assertThat(Collector.get().await(Duration.ofSeconds(60))).isTrue();
        assertThat(SharedHistory.get().open().builds().find(new BuildId("app", 1)))
                .isPresent();
        assertThat(SharedHistory.get().status().state()).isEqualTo(StoreStatus.State.OPEN);
    }

    @Test
    void anotherPlaceIsOpenedWhenItIsConfigured() throws Exception {
        assertThat(SharedHistory.get().open()).isSameAs(SharedHistory.get().open());

        MachineLearningConfiguration.get().setHistory(new PostgreSqlHistory("jdbc:postgresql://nowhere/mlci", "none"));

        assertThat(SharedHistory.get().ask(history -> history.jobs().names(), List.of("fall-back")))
                .containsExactly("fall-back");
        assertThat(SharedHistory.get().status().sentence()).contains("There are no credentials \"none\"");

        MachineLearningConfiguration.get().setHistory(new PostgreSqlHistory("jdbc:postgresql://nowhere/mlci", ""));
        SharedHistory.get().ask(history -> history.jobs().names(), List.of());
        assertThat(SharedHistory.get().status().sentence()).contains("No credentials are chosen");
    }

    @Test
    void aMistakeInAQuestionDoesNotBreakTheHistory() {
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
