package io.jenkins.plugins.mlci.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.BuildQuery;
import io.jenkins.plugins.mlci.shared.history.BuildRecord;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import io.jenkins.plugins.mlci.shared.history.Outcome;
import io.jenkins.plugins.mlci.shared.history.StoreLocation;
import io.jenkins.plugins.mlci.shared.history.TestOutcome;
import io.jenkins.plugins.mlci.shared.history.jdbc.JdbcHistoryStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {
    private static final String COMMIT = "0123456789012345678901234567890123456789";

    @TempDir
    private Path folder;

    private CliRun mlci;

    @BeforeEach
    void home() throws IOException {
        mlci = new CliRun(folder);
        build("team/jobs/app", 1, "SUCCESS", 1.101, 2.202, 3.303);
        build("team/jobs/app", 2, "UNSTABLE", 1.111, -2.252, 3.373);
        build("team/jobs/app", 3, "FAILURE", 1.111, -2.252, 3.373);
        build("tools", 1, "SUCCESS");
        write("tools/builds/2/build.xml", "<build>");
    }

    @Test
    void importsIntoTheHistory() {
        assertThat(mlci.run("import", "home")).isZero();

        assertThat(mlci.out()).contains("team/app", "tools", "in the history, but for what 1 remark says.");
        assertThat(mlci.out()).containsPattern("team/app +3 +2 +4 +1 +1");
        assertThat(mlci.err()).contains("mlci: Build tools#2 was skipped");
        assertThat(this.<List<String>>inStore(store -> store.jobs().names())).containsExactly("team/app", "tools");
        List<BuildRecord> builds = builds("team/app");
        assertThat(builds).hasSize(3);
        assertThat(builds.get(1).tests())
                .extracting(test -> test.test().method(), TestOutcome::outcome)
                .containsExactly(tuple("adds", Outcome.FAILED), tuple("t", Outcome.PASSED));
        assertThat(builds.get(2).tests()).as("left over").isEmpty();
        assertThat(builds.get(1).changes().get(0).authors()).hasSize(1).allSatisfy(author -> assertThat(author)
                .matches("[0-9a-f]{32}"));
    }

    @Test
    void importingTwiceChangesNothing() {
        assertThat(mlci.run("import", "home")).isZero();
        List<BuildRecord> first = builds("team/app");
        assertThat(mlci.run("import", "home")).isZero();
        assertThat(builds("team/app")).isEqualTo(first);
    }

    @Test
    void tellsProgramsTheSame() throws IOException {
        assertThat(mlci.run("import", "home", "--dry-run", "--json", "-")).isZero();
        JsonNode json = new ObjectMapper().readTree(mlci.out());
        assertThat(json.get("jobs")).hasSize(2);
        assertThat(json.at("/jobs/0/job").asText()).isEqualTo("team/app");
        assertThat(json.at("/jobs/0/stale/0").asInt()).isEqualTo(3);
        assertThat(json.get("problems")).hasSize(1);
        assertThat(json.get("recorded").asBoolean()).isFalse();

        assertThat(mlci.run("--json", "out/result.json", "-q", "import", "home"))
                .isZero();
        assertThat(mlci.out()).isEmpty();
        assertThat(mlci.err()).isEmpty();
        assertThat(new ObjectMapper()
                        .readTree(folder.resolve("out/result.json").toFile())
                        .get("jobs"))
                .hasSize(2);
        assertThat(folder.resolve("out").toFile().list()).containsExactly("result.json");
    }

    @Test
    void aDryRunWritesNothing() {
        assertThat(mlci.run("import", "--dry-run", "home")).isZero();
        assertThat(mlci.out()).contains("Nothing was written");
        assertThat(folder.resolve(".mlci")).doesNotExist();
    }

    @Test
    void importsOnlyTheJobsAskedFor() {
        assertThat(mlci.run("import", "home", "--job", "team", "--store", "other/store"))
                .isZero();
        assertThat(mlci.out()).contains("All of it is in the history.");
        assertThat(mlci.out()).contains("team/app").doesNotContain("tools");
        assertThat(folder.resolve("other/store")).isDirectory();
        assertThat(folder.resolve("other/store.key")).isRegularFile();

        assertThat(mlci.run("import", "home", "--job", "tea")).isEqualTo(ExitCode.INPUT.code());
        assertThat(mlci.err()).contains("has no job named tea");
    }

    @Test
    void tellsTestsApartAsFinelyAsAskedFor() {
        assertThat(mlci.run("import", "home", "--level", "case")).isZero();
        assertThat(builds("team/app").get(0).tests()).hasSize(3);
        assertThat(mlci.run("import", "home", "--level=class")).isZero();
        assertThat(builds("team/app").get(0).tests()).hasSize(1);
        assertThat(mlci.run("import", "home", "--level", "package")).isEqualTo(ExitCode.USAGE.code());
    }

    @Test
    void saysInOneSentenceWhatIsWrong() throws IOException {
        assertThat(mlci.run("import", "nowhere")).isEqualTo(ExitCode.INPUT.code());
        assertThat(mlci.err()).startsWith("mlci: ").contains("does not exist").doesNotContain("\tat ");
        assertThat(mlci.err().lines()).hasSize(1);
        assertThat(mlci.run("import", "nowhere", "--debug")).isEqualTo(ExitCode.INPUT.code());
        assertThat(mlci.err()).contains("\tat ");
        assertThat(mlci.run("import")).isEqualTo(ExitCode.USAGE.code());
        assertThat(mlci.err()).contains("FOLDER");

        Files.writeString(folder.resolve("file"), "x");
        assertThat(mlci.run("import", "home", "--store", "file")).isEqualTo(ExitCode.USAGE.code());
        assertThat(mlci.run("import", "home", "--store", "jdbc:mysql://x/y")).isEqualTo(ExitCode.USAGE.code());
        assertThat(mlci.run("import", "home", "--json", ".", "--dry-run")).isEqualTo(ExitCode.USAGE.code());
    }

    @Test
    void aHistoryThatIsInUseIsAStoreProblem() throws IOException {
        try (HistoryStore other = open()) {
            assertThat(other.jobs().names()).isEmpty();
            assertThat(mlci.run("import", "home")).isEqualTo(ExitCode.STORE.code());
        }
        assertThat(mlci.err().lines()).hasSize(1);
    }

    @Test
    void showsProgressToPeopleOnly() {
        mlci.inTerminal().run("import", "home");
        assertThat(mlci.err()).contains("Importing builds [");
        assertThat(mlci.out()).doesNotContain("Importing");
    }

    private HistoryStore open() {
        return JdbcHistoryStore.open(
                StoreLocation.embedded(folder.resolve(StoreAccess.DEFAULT)), Clock.systemUTC(), Thread::new);
    }

    private <T> T inStore(Function<HistoryStore, T> question) {
        try (HistoryStore store = open()) {
            return question.apply(store);
        }
    }

    private List<BuildRecord> builds(String job) {
        return inStore(store -> store.builds().list(BuildQuery.of(job)).stream()
                .map(build -> store.builds()
                        .find(new BuildId(job, build.id().number()))
                        .orElseThrow())
                .toList());
    }

    private void build(String job, int number, String result, double... seconds) throws IOException {
        String builds = job + "/builds/" + number + "/";
        write(
                builds + "build.xml",
                "<build><actions/><startTime>" + (1_700_000_000_000L + number) + "</startTime><result>" + result
                        + "</result><duration>5000</duration></build>");
        if (seconds.length > 0) {
            StringBuilder cases = new StringBuilder();
            String[] names = {"adds(int)[1]", "adds(int)[2]", "t"};
            for (int i = 0; i < seconds.length; i++) {
                cases.append("<case><className>org.example.ATest</className><testName>" + names[i] + "</testName>")
                        .append("<duration>" + Math.abs(seconds[i]) + "</duration>")
                        .append(seconds[i] < 0 ? "<errorDetails>x</errorDetails>" : "")
                        .append("</case>");
            }
            write(
                    builds + "junitResult.xml",
                    "<result><suites><suite><cases>" + cases + "</cases></suite></suites></result>");
            write(
                    builds + "changelog.xml",
                    "commit " + COMMIT + "\nparent " + COMMIT
                            + "\nauthor J <j@example.org> 2026\n\n    m\n\n:1 2 3 4 M\tA\n");
        }
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve("home/jobs").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
