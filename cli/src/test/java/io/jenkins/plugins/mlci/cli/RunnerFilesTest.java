package io.jenkins.plugins.mlci.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import io.jenkins.plugins.mlci.shared.history.TestId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.IntFunction;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said and kept of a selection is what the runner really leaves out. */
class RunnerFilesTest {
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
    void allTestsRunWhenTheRunnerCanLeaveOutNone() throws IOException, GitAPIException {
        // jest-junit without addFileAttribute: the names say nothing of files.
        select(t -> new TestId("", "Part" + t + " works", "Part" + t + " works"), "jest");
        assertThat(mlci.out()).isBlank();
        assertThat(mlci.err())
                .contains("All 12 tests will run: the runner can leave out none of the 9 tests that need not run.")
                .contains("9 skipped tests run, because its file is not known", "addFileAttribute")
                .doesNotContain("Selected");
        assertThat(selection().get("all").asBoolean()).isTrue();
        assertThat(selection().get("skipped")).isEmpty();
        assertThat(decision().get("skipped").asInt()).isZero();
        assertThat(decision().get("saved_seconds").asDouble()).isZero();
    }

    @Test
    void whatTheRunnerCannotLeaveOutCountsAsSelected() throws IOException, GitAPIException {
        select(t -> TestId.ofClass(t % 2 == 0 ? "org.example.Part" + t + "Test" : "Part " + t + " works"), "maven");
        JsonNode skipped = selection().get("skipped");
        assertThat(skipped).isNotEmpty();
        assertThat(skipped.findValuesAsText("class"))
                .allSatisfy(name -> assertThat(name).startsWith("org.example."));
        String excludes = Files.readString(folder.resolve(".mlci/selection/surefire-excludes.txt"));
        assertThat(skipped.findValuesAsText("class"))
                .allSatisfy(name -> assertThat(excludes).contains(name.substring(name.lastIndexOf('.') + 1)));
        assertThat(selection().get("selected").toString()).contains("the runner cannot leave it out");
        assertThat(mlci.err()).contains("Selected " + (SmallRepository.TESTS - skipped.size()) + " of 12 tests");
        assertThat(decision().get("skipped").asInt()).isEqualTo(skipped.size());
        double saved = 0;
        for (JsonNode test : skipped) {
            saved += test.get("seconds").asDouble();
        }
        assertThat(decision().get("saved_seconds").asDouble()).isCloseTo(saved, within(1e-9));
    }

    @Test
    void allTestsRunWhenTheFilesCannotBeWritten() throws IOException, GitAPIException {
        Files.writeString(folder.resolve("README.md"), "A file.");
        select(t -> TestId.ofClass("org.example.Part" + t + "Test"), "maven", "--out", "README.md", "--shards", "2");
        assertThat(mlci.out().lines()).containsExactly("", "");
        assertThat(mlci.err())
                .contains("All 12 tests will run: the files for the runner cannot be written to ")
                .contains("README.md/shard-1: ");
        assertThat(folder.resolve("README.md")).hasContent("A file.");
        assertThat(decision().get("enforced").asBoolean()).isFalse();
        assertThat(decision().get("all").asBoolean()).isTrue();
    }

    @Test
    void observingNeedsNoFiles() throws IOException, GitAPIException {
        Files.writeString(folder.resolve("README.md"), "A file.");
        select(t -> TestId.ofClass("org.example.Part" + t + "Test"), "maven", "--out", "README.md", "--observe");
        assertThat(mlci.out()).isBlank();
        assertThat(mlci.err()).contains("Selected 3 of 12 tests", "only observing", "Nothing was written: ");
        assertThat(decision().get("skipped").asInt()).isEqualTo(9);
        assertThat(decision().get("enforced").asBoolean()).isFalse();
    }

    private void select(IntFunction<TestId> names, String runner, String... more) throws IOException, GitAPIException {
        repository.recordHistory(names);
        repository.commit("src/main/java/org/example/Part3.java", "Change a part");
        String[] line = {"select", "--job", "app", "--build", "99", "--policy", "fraction:25%", "--runner", runner};
        String[] all = Arrays.copyOf(line, line.length + more.length);
        System.arraycopy(more, 0, all, line.length, more.length);
        assertThat(mlci.run(all)).isZero();
    }

    private JsonNode selection() throws IOException {
        return new ObjectMapper()
                .readTree(folder.resolve(".mlci/selection/selection.json").toFile());
    }

    private JsonNode decision() throws IOException {
        try (HistoryStore store = repository.store()) {
            return new ObjectMapper()
                    .readTree(
                            store.decisions().of(new BuildId("app", 99)).get(0).json());
        }
    }
}
