package io.jenkins.plugins.mlci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.mlci.shared.history.Build;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.BuildRecord;
import io.jenkins.plugins.mlci.shared.history.BuildResult;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code explain} says when there is nothing to explain; the rest is in {@link SelectCommandTest}. */
class ExplainCommandTest {
    @TempDir
    private Path folder;

    private SmallRepository repository;
    private CliRun mlci;

    @BeforeEach
    void repository() throws IOException, GitAPIException {
        repository = new SmallRepository(folder);
        mlci = new CliRun(folder);
    }

    @Test
    void saysThatTheHistoryCannotBeRead() throws IOException {
        Path store = Files.createDirectories(folder.resolve(".mlci/history"));
        Files.writeString(store.resolve("history.mv.db"), "this is no database");
        assertThat(mlci.run("explain")).isEqualTo(ExitCode.STORE.code());
        assertThat(mlci.err()).isNotBlank().doesNotContain("nothing to explain");
    }

    @Test
    void takesAtLeastOneTest() {
        for (String most : List.of("0", "-3")) {
            assertThat(mlci.run("explain", "--most", most)).isEqualTo(ExitCode.USAGE.code());
            assertThat(mlci.err()).contains("--most takes 1 or more, not " + most + ".");
        }
    }

    @Test
    void saysThatNoTestsAreRecorded() throws IOException {
        try (HistoryStore store = repository.store()) {
            Build build = new Build(
                    new BuildId("app", 1), CliRun.NOW, Duration.ofMinutes(1), BuildResult.SUCCESS, "main", "");
            store.builds().record(new BuildRecord(build, List.of(), List.of()));
        }
        assertThat(mlci.run("explain", "--job", "app")).isEqualTo(ExitCode.NOT_FOUND.code());
        assertThat(mlci.err()).contains("no tests are recorded for job app.");
    }

    @Test
    void saysWhyANameMayNotBeFound() throws IOException {
        repository.recordHistory();
        assertThat(mlci.run("explain", "--job", "app", "Part99")).isEqualTo(ExitCode.NOT_FOUND.code());
        assertThat(mlci.err())
                .contains("No known test's name contains \"Part99\".")
                .doesNotContain("LC_ALL");
        // What Java makes of letters that the locale does not have.
        assertThat(mlci.run("explain", "--job", "app", "\uFFFD\uFFFDber")).isEqualTo(ExitCode.NOT_FOUND.code());
        assertThat(mlci.err()).contains("LC_ALL=C.UTF-8");
    }
}
