package io.jenkins.plugins.mlci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordCommandTest {
    private static final String REPORT = "target/surefire-reports/TEST-org.example.ATest.xml";

    @TempDir
    private Path folder;

    private Path repository;
    private CliRun mlci;

    @BeforeEach
    void repository() throws IOException, GitAPIException {
        repository = Files.createDirectories(folder.resolve("app"));
        mlci = new CliRun(repository);
        Git.init()
                .setDirectory(repository.toFile())
                .setInitialBranch("main")
                .call()
                .close();
        commit("src/A.java");
        commit("src/B.java");
        report(1.101, 2.202, 3.303);
    }

    @Test
    void recordsTestsCommitAndChange() throws IOException {
        JsonNode recorded = record();
        assertThat(recorded.get("job").asText()).isEqualTo("app");
        assertThat(recorded.get("build").asInt()).isEqualTo(1);
        assertThat(recorded.get("tests").asInt()).isEqualTo(3);
        assertThat(recorded.get("failures").asInt()).isZero();
        assertThat(recorded.get("commit").asText()).matches("[0-9a-f]{40}");
        assertThat(recorded.get("changedFiles").asInt()).isEqualTo(1);
        assertThat(recorded.get("problems")).isEmpty();
    }

    @Test
    void comparesWithTheBuildBefore() throws IOException, GitAPIException {
        JsonNode first = record();
        commit("src/C.java");
        commit("src/D.java");
        report(1.172, -2.215, 3.389);
        JsonNode second = record();
        assertThat(second.get("build").asInt()).isEqualTo(2);
        assertThat(second.get("since")).isEqualTo(first.get("commit"));
        assertThat(second.get("changedFiles").asInt()).isEqualTo(2);
        assertThat(second.get("failures").asInt()).isEqualTo(1);
    }

    @Test
    void leavesOutReportsOfTheBuildBefore() throws IOException {
        record();
        JsonNode second = record();
        assertThat(second.get("leftOver").asBoolean()).isTrue();
        assertThat(second.get("tests").asInt()).isZero();
        assertThat(second.at("/problems/0").asText()).contains("left over from a build before");
    }

    @Test
    void recordingABuildAgainReplacesIt() throws IOException {
        record("--build", "7");
        JsonNode again = record("--build", "7");
        assertThat(again.get("leftOver").asBoolean()).isFalse();
        assertThat(again.get("tests").asInt()).isEqualTo(3);
        assertThat(record().get("build").asInt()).isEqualTo(8);
    }

    @Test
    void takesFromTheCiServerWhatNobodySays() throws IOException {
        mlci.variables.put("JOB_NAME", "team/app/main");
        mlci.variables.put("BUILD_NUMBER", "41");
        JsonNode recorded = record();
        assertThat(recorded.get("job").asText()).isEqualTo("team/app/main");
        assertThat(recorded.get("build").asInt()).isEqualTo(41);
        assertThat(record("--job", "other").get("build").asInt())
                .as("the number of another job")
                .isEqualTo(1);
    }

    @Test
    void leavesOutReportsThatAreOlderThanTheBuild() throws IOException {
        Files.setLastModifiedTime(repository.resolve(REPORT), FileTime.from(CliRun.NOW.minusSeconds(600)));
        assertThat(mlci.run("record", "--started", "2026-11-23T11:59:00Z")).isEqualTo(ExitCode.INPUT.code());
        assertThat(mlci.err()).contains("before the build started");
        assertThat(mlci.run("record", "--started", "2026-11-23T11:40:00Z")).isZero();
        assertThat(mlci.out()).contains("Recorded app#1: 3 tests, 0 failed, 0 skipped, 6.6 s.");
    }

    @Test
    void aBuildWithoutTestsNeedsAResult() throws IOException {
        Files.delete(repository.resolve(REPORT));
        assertThat(mlci.run("record")).isEqualTo(ExitCode.INPUT.code());
        assertThat(mlci.err()).contains("No test reports were found", "--tests", "--result");
        assertThat(mlci.run("record", "--result", "failure")).isZero();
        assertThat(mlci.out()).contains("Recorded app#1: 0 tests");
    }

    @Test
    void worksWithoutARepository() throws IOException {
        Path bare = Files.createDirectories(folder.resolve("bare/target/surefire-reports"));
        Files.copy(repository.resolve(REPORT), bare.resolve("TEST-a.xml"));
        CliRun outside = new CliRun(folder.resolve("bare"));
        assertThat(outside.run("record")).isZero();
        assertThat(outside.out()).contains("Recorded bare#1: 3 tests", "What changed is not known.");
        assertThat(outside.err()).startsWith("mlci: ");
    }

    @Test
    void findsTheRepositoryFromAFolderInIt() throws IOException {
        CliRun below = new CliRun(Files.createDirectories(repository.resolve("docs/deep")));
        assertThat(below.run("record")).isZero();
        assertThat(below.out()).contains("Recorded app#1: 3 tests", "1 changed files since");
    }

    @Test
    void refusesContradictions() {
        assertThat(mlci.run("record", "--since", "HEAD~1", "--target", "main")).isEqualTo(ExitCode.USAGE.code());
        assertThat(mlci.err()).contains("exclude each other");
        assertThat(mlci.run("record", "--build", "0")).isEqualTo(ExitCode.USAGE.code());
        assertThat(mlci.run("record", "--duration", "-5")).isEqualTo(ExitCode.USAGE.code());
        assertThat(mlci.run("record", "--started", "yesterday")).isEqualTo(ExitCode.USAGE.code());
    }

    @Test
    void storesNoAddress() throws IOException {
        record();
        byte[] stored = Files.readAllBytes(repository.resolve(".mlci/history/history.mv.db"));
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("jane@example");
    }

    private JsonNode record(String... options) throws IOException {
        String[] arguments = new String[options.length + 3];
        System.arraycopy(options, 0, arguments, 3, options.length);
        arguments[0] = "record";
        arguments[1] = "--json";
        arguments[2] = "-";
        assertThat(mlci.run(arguments)).as(mlci.err()).isZero();
        return new ObjectMapper().readTree(mlci.out());
    }

    private void commit(String path) throws IOException, GitAPIException {
        Path file = repository.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, path);
        PersonIdent jane = new PersonIdent("Jane Roe", "jane@example.org");
        try (Git git = Git.open(repository.toFile())) {
            git.add().addFilepattern(path).call();
            git.commit()
                    .setMessage("Change " + path)
                    .setAuthor(jane)
                    .setCommitter(jane)
                    .setSign(false)
                    .call();
        }
    }

    /** A report with a test for each duration; a negative one failed. */
    private void report(double... seconds) throws IOException {
        StringBuilder xml = new StringBuilder("<testsuite name='org.example.ATest'>");
        for (int i = 0; i < seconds.length; i++) {
            xml.append("<testcase classname='org.example.ATest' name='t" + i + "' time='" + Math.abs(seconds[i]) + "'>")
                    .append(seconds[i] < 0 ? "<failure>no</failure>" : "")
                    .append("</testcase>");
        }
        Path file = repository.resolve(REPORT);
        Files.createDirectories(file.getParent());
        Files.writeString(file, xml + "</testsuite>");
    }
}
