package io.jenkins.plugins.mlci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelectCommandTest {
    @TempDir
    private Path folder;

    private Path repository;
    private SmallRepository history;
    private CliRun mlci;

    @BeforeEach
    void repository() throws IOException, GitAPIException {
        repository = folder.resolve("app");
        history = new SmallRepository(repository);
        mlci = new CliRun(repository);
    }

    @Test
    void leavesOutTestsAndWritesTheRunnersFile() throws IOException, GitAPIException {
        recordHistory();
        commit("src/main/java/org/example/Part3.java", "Change a part");
        assertThat(mlci.run("select", "--policy", "fraction:25%")).isZero();
        assertThat(mlci.err()).contains("Selected ").contains(" of 12 tests");
        assertThat(mlci.out()).contains("excludes");
        JsonNode selection = selection();
        assertThat(selection.get("all").asBoolean()).isFalse();
        assertThat(selection.get("selected").findValuesAsText("class")).contains("org.example.Part3Test");
        assertThat(selection.get("skipped")).isNotEmpty();
        assertThat(selection.get("selected").size() + selection.get("skipped").size())
                .isEqualTo(SmallRepository.TESTS);
    }

    @Test
    void confidenceSaysWhatItGuarantees() throws IOException, GitAPIException {
        recordHistory();
        commit("src/main/java/org/example/Part3.java", "Change a part");
        assertThat(mlci.run("--json", "-", "select", "--policy", "confidence:0.8"))
                .isZero();
        JsonNode json = new ObjectMapper().readTree(mlci.out());
        assertThat(json.get("all").asBoolean()).isFalse();
        assertThat(json.get("guaranteed").asDouble()).isEqualTo(0.8);
        assertThat(json.get("expected_kept").asDouble()).isGreaterThanOrEqualTo(0.8);
        assertThat(json.get("kept_at_least").asDouble())
                .isPositive()
                .isLessThan(json.get("expected_kept").asDouble());
        assertThat(json.get("skipped").asInt()).isPositive();
    }

    @Test
    void runsAllWithoutAHistory() throws IOException {
        assertThat(mlci.run("select")).isZero();
        assertThat(mlci.err()).contains("All tests will run: There is no history");
        assertThat(mlci.out()).isBlank();
        assertThat(selection().get("all").asBoolean()).isTrue();
    }

    @Test
    void runsAllWhenABuildFileChanged() throws IOException, GitAPIException {
        recordHistory();
        commit("pom.xml", "Use a new library");
        assertThat(mlci.run("select")).isZero();
        assertThat(mlci.err())
                .contains("All 12 tests will run: pom.xml changed, a build file")
                .doesNotContain("override this file");
        assertThat(mlci.out()).isBlank();
    }

    @Test
    void runsAllWhenACommitAsksForIt() throws IOException, GitAPIException {
        recordHistory();
        commit("src/main/java/org/example/Part3.java", "Change a part [all tests]");
        assertThat(mlci.run("select")).isZero();
        assertThat(mlci.err()).contains("All 12 tests will run: a commit message asks for it");
    }

    @Test
    void runsAllWhenTheReferenceCommitIsUnknown() throws IOException, GitAPIException {
        recordHistory();
        commit("src/main/java/org/example/Part3.java", "Change a part");
        assertThat(mlci.run("select", "--since", "0123456789012345678901234567890123456789"))
                .isZero();
        assertThat(mlci.err())
                .containsPattern("All 12 tests will run: .*[^.]\\.\\R")
                .doesNotContain("..");
    }

    @Test
    void runsAllWhenTheHistoryIsDamaged() throws IOException {
        Path store = Files.createDirectories(repository.resolve(".mlci/history"));
        Files.write(store.resolve("history.mv.db"), "this is no database".getBytes(StandardCharsets.UTF_8));
        assertThat(mlci.run("select")).isZero();
        assertThat(mlci.err()).contains("All tests will run: ");
        assertThat(mlci.out()).isBlank();
    }

    @Test
    void observingRunsAllAndSaysWhatItWouldDo() throws IOException, GitAPIException {
        recordHistory();
        commit("src/main/java/org/example/Part3.java", "Change a part");
        assertThat(mlci.run("select", "--policy", "fraction:25%", "--observe")).isZero();
        assertThat(mlci.err()).contains("Selected ").contains("only observing");
        assertThat(mlci.out()).isBlank();
        assertThat(selection().get("skipped")).isNotEmpty();
    }

    @Test
    void goesOnFromAStoredModelAndKeepsTheDecision() throws IOException, GitAPIException {
        recordHistory();
        commit("src/main/java/org/example/Part3.java", "Change a part");
        assertThat(mlci.run("--json", "-", "select", "--job", "app", "--policy", "confidence:0.8"))
                .isZero();
        JsonNode anew = new ObjectMapper().readTree(mlci.out());
        assertThat(mlci.run("record", "--job", "app", "--result", "SUCCESS", "--learn"))
                .isZero();
        assertThat(mlci.out()).contains("test-selection version 1 for job app is active");
        assertThat(mlci.run("--json", "-", "select", "--job", "app", "--build", "99", "--policy", "confidence:0.8"))
                .isZero();
        JsonNode stored = new ObjectMapper().readTree(mlci.out());
        assertThat(stored.get("model").asText()).isEqualTo("test-selection version 1 for job app");
        assertThat(selection().get("modelVersion").asText()).isEqualTo("test-selection version 1 for job app");
        assertThat(stored.get("evidence_builds")).isEqualTo(anew.get("evidence_builds"));
        try (HistoryStore store = history.store()) {
            assertThat(store.decisions().of(new BuildId("app", 99)))
                    .singleElement()
                    .satisfies(decision -> {
                        assertThat(decision.model()).isEqualTo("test-selection version 1 for job app");
                        assertThat(decision.json()).contains("\"enforced\":true");
                    });
        }
        assertThat(mlci.run("models", "rollback", "app")).isZero();
        assertThat(mlci.run("select", "--job", "app")).isZero();
        assertThat(mlci.err()).contains("All 12 tests will run: the model is suspended (A person asked for it.)");
    }

    @Test
    void splitsIntoShards() throws IOException, GitAPIException {
        recordHistory();
        commit("src/main/java/org/example/Part3.java", "Change a part");
        assertThat(mlci.run("select", "--policy", "fraction:50%", "--shards", "2"))
                .isZero();
        assertThat(repository.resolve(".mlci/selection/shard-1")).isDirectory();
        assertThat(repository.resolve(".mlci/selection/shard-2")).isDirectory();
    }

    @Test
    void printsOneCommandForGoAndForEachOfItsShards() throws IOException, GitAPIException {
        String script = repository.resolve(".mlci/selection").toString();
        assertThat(mlci.run("select", "--runner", "go")).isZero();
        assertThat(mlci.out().strip()).as("all tests").isEqualTo("sh " + script + "/go-test.sh");
        recordHistory();
        commit("src/main/java/org/example/Part3.java", "Change a part");
        assertThat(mlci.run("select", "--runner", "go", "--policy", "fraction:50%", "--shards", "3"))
                .isZero();
        assertThat(mlci.out().lines())
                .containsExactly(
                        "sh " + script + "/shard-1/go-test.sh",
                        "sh " + script + "/shard-2/go-test.sh",
                        "sh " + script + "/shard-3/go-test.sh");
        assertThat(Path.of(script, "shard-3/go-test.sh")).content().contains("go test \"$@\" org.example.Part");
    }

    @Test
    void refusesAWrongPolicyOrRunner() {
        assertThat(mlci.run("select", "--policy", "most")).isEqualTo(ExitCode.USAGE.code());
        assertThat(mlci.err()).contains("confidence:0.95");
        assertThat(mlci.run("select", "--runner", "ant")).isEqualTo(ExitCode.USAGE.code());
        assertThat(mlci.err()).contains("maven, gradle");
    }

    @Test
    void explainsATest() throws IOException, GitAPIException {
        recordHistory();
        commit("src/main/java/org/example/Part3.java", "Change a part");
        assertThat(mlci.run("explain", "Part3Test")).isZero();
        assertThat(mlci.out())
                .contains("org.example.Part3Test")
                .contains("a changed file has the name of what the test is about")
                .contains("log-odds");
    }

    @Test
    void explainsNothingWithoutAHistory() {
        assertThat(mlci.run("explain")).isEqualTo(ExitCode.NOT_FOUND.code());
        assertThat(mlci.err()).contains("There is no history");
    }

    private JsonNode selection() throws IOException {
        return new ObjectMapper()
                .readTree(repository.resolve(".mlci/selection/selection.json").toFile());
    }

    private void recordHistory() throws IOException {
        history.recordHistory();
    }

    private void commit(String path, String message) throws IOException, GitAPIException {
        history.commit(path, message);
    }
}
