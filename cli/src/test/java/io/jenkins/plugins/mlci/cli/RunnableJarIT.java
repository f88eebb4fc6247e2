package io.jenkins.plugins.mlci.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The one file that people download: every command runs from it, as its own process. What packing may lose (services, resources,
 * drivers) and what only a fresh JVM shows is not seen by the other tests, which run the classes.
 */
class RunnableJarIT {
    private static final Path JAR = Path.of(System.getProperty("mlci.jar"));
    private static final long MOST_MINUTES = 5;

    @TempDir
    private Path folder;

    private String out;

    private void succeeds(String... arguments) throws IOException {
        Path output = folder.resolve("out.txt");
        Path errors = folder.resolve("err.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g", "-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        process.environment().keySet().removeIf(name -> name.startsWith("MLCI_"));
        Process running = process.start();
        running.getOutputStream().close();
        try {
            if (!running.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
                running.destroyForcibly();
                throw new AssertionError("No answer in " + MOST_MINUTES + " minutes: " + List.of(arguments));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        out = Files.readString(output);
        String said = out + Files.readString(errors);
        assertThat(running.exitValue()).as("%s%n%s", List.of(arguments), said).isZero();
        assertThat(said).as("%s", List.of(arguments)).doesNotContain("\tat ", "Exception", "java.lang");
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(out);
    }

    private void commit(Git git, String path, String text) throws IOException, GitAPIException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        git.add().addFilepattern(path).call();
        git.commit()
                .setMessage("Change " + path)
                .setAuthor("A Person", "person@example.org")
                .setSign(false)
                .call();
    }

    private void report(String time) throws IOException {
        Path report = folder.resolve("target/surefire-reports/TEST-org.example.ATest.xml");
        Files.createDirectories(report.getParent());
        Files.writeString(
                report,
                "<testsuite name=\"org.example.ATest\"><testcase classname=\"org.example.ATest\" name=\"adds\" time=\""
                        + time + "\"/></testsuite>");
    }

    @Test
    void saysWhatItIs() throws IOException {
        succeeds("--version");
        assertThat(out).contains("mlci");
        succeeds("--help");
        assertThat(out).contains("record", "select", "scan", "gate", "backtest");
    }

    @Test
    void recordsAndSelects() throws IOException, GitAPIException {
        try (Git git = Git.init()
                .setDirectory(folder.toFile())
                .setInitialBranch("main")
                .call()) {
            commit(git, "src/main/java/org/example/A.java", "class A {}");
            report("1.101");
            succeeds("record", "--job", "app");
            commit(git, "src/main/java/org/example/A.java", "class A { int a; }");
            report("1.202");
            succeeds("record", "--job", "app");
            assertThat(out).contains("app");
            commit(git, "src/main/java/org/example/B.java", "class B {}");
            succeeds("select", "--job", "app", "--policy", "fraction:50%", "--json", "-");
            assertThat(json().path("all").isBoolean()).isTrue();
            succeeds("explain", "--job", "app", "org.example.ATest#adds");
            succeeds("models", "list");
        }
    }

    @Test
    void scansLogs() throws IOException {
        Files.writeString(folder.resolve("good.log"), "Fetching\nCompiling 5 files\nDone\n");
        Files.writeString(
                folder.resolve("bad.log"),
                "Fetching\nCompiling 5 files\nA.java:[3,1] error: ';' expected\nFinished: FAILURE\n");
        succeeds("scan", "bad.log", "--baseline", "good.log", "--json");
        assertThat(json().at("/ranges/0/first").asInt()).isEqualTo(3);
        assertThat(json().at("/category").asText()).isEqualTo("compilation");
        succeeds("scan", "bad.log", "--html", "page.html");
        assertThat(folder.resolve("page.html")).isNotEmptyFile();
        succeeds("templates", "bad.log", "--json");
    }

    /** The other end of standard input stays open, as where a signal reaches only this process. */
    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    @DisabledOnOs(OS.WINDOWS)
    void judgesWhatCameUntilASignalEndsTheLog(String signal, int code) throws IOException, InterruptedException {
        assumeFalse(signal.equals("INT") && ignoresInterrupts(), "SIGINT is ignored by who started this build.");
        Path errors = folder.resolve("err.txt");
        Process running = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        JAR.toString(),
                        "scan",
                        "--follow",
                        "--tee",
                        "--json",
                        folder.resolve("scan.json").toString())
                .redirectError(errors.toFile())
                .start();
        try (Writer log = new OutputStreamWriter(running.getOutputStream(), StandardCharsets.UTF_8)) {
            log.write("Fetching\nCompiling 5 files\nA.java:[3,1] error: ';' expected\nno end of line");
            log.flush();
            byte[] passed = running.getInputStream().readNBytes("Fetching".length());
            assertThat(new String(passed, StandardCharsets.UTF_8)).isEqualTo("Fetching");
            new ProcessBuilder("sh", "-c", "kill -" + signal + " " + running.pid()).start();
            assertThat(running.waitFor(MOST_MINUTES, TimeUnit.MINUTES)).isTrue();
        } finally {
            running.destroyForcibly();
        }
        assertThat(running.exitValue()).isEqualTo(code);
        JsonNode result =
                new ObjectMapper().readTree(folder.resolve("scan.json").toFile());
        assertThat(result.at("/ranges/0/first").asInt()).isEqualTo(3);
        assertThat(result.at("/lines").asInt()).isEqualTo(4);
        assertThat(result.at("/complete").asBoolean()).isFalse();
        assertThat(Files.readString(errors))
                .contains("broken off after line 4", "cause, line 3", "Category: compilation")
                .doesNotContain("\tat ", "Exception");
    }

    /** Who runs in the background of a shell may have been told to ignore it, and so are its children. */
    private static boolean ignoresInterrupts() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .anyMatch(line ->
                                (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
    }

    @Test
    void gatesDeploymentsAndKeepsIncidents() throws IOException {
        succeeds("gate", "-e", "prod", "--job", "shop", "--build", "1", "--version-deployed=v1", "--start");
        assertThat(out).contains("Deployment risk to prod");
        succeeds("outcome", "shop#1@prod", "rolled-back");
        succeeds("incident", "open", "INC-1", "--environment", "prod", "--title", "Checkout answers 502");
        succeeds("incident", "list");
        assertThat(out).contains("Checkout");
    }

    @Test
    void importsJobsOfJenkins() throws IOException {
        Path build = Files.createDirectories(folder.resolve("home/jobs/tools/builds/1"));
        Files.writeString(folder.resolve("home/config.xml"), "<hudson/>");
        Files.writeString(
                build.resolve("build.xml"),
                "<build><timestamp>1700000000000</timestamp><startTime>1700000000000</startTime><result>SUCCESS</result>"
                        + "<duration>1000</duration></build>");
        succeeds("import", "home");
        assertThat(out).contains("tools");
    }

    @Test
    void showsItself() throws IOException {
        succeeds("demo");
        assertThat(out).contains("what really happened");
    }

    @Test
    void replaysTests() throws IOException {
        SmallData.tests(folder.resolve("data"));
        succeeds("backtest", "tests", "--data", "data", "--html", "page.html", "--rankings", "r.csv.gz");
        assertThat(out).contains("mlci, by count", "forest + change", "optimal");
        succeeds("train-prior", "tests", "--data", "data", "--evaluate", "none", "--out", "prior.json");
        assertThat(folder.resolve("prior.json")).isNotEmptyFile();
    }

    @Test
    void replaysLogs() throws IOException {
        SmallData.logs(folder.resolve("data"));
        succeeds("backtest", "logs", "--data", "data");
        assertThat(out).contains("cidiff, " + SmallData.LOGS + " failed builds");
        succeeds("train-prior", "logs", "--data", "data", "--out", "models");
    }

    @Test
    void replaysDeployments() throws IOException {
        SmallData.deployments(folder.resolve("data/one.csv.gz"), 1);
        SmallData.deployments(folder.resolve("data/two.csv.gz"), 2);
        succeeds("backtest", "deploy", "--data", "data", "--predictions", "p.csv.gz");
        assertThat(out).contains("Cold start");
        succeeds("train-prior", "deploy", "--data", "data", "--sources", "one,two", "--out", "risk.json");
    }

    @Test
    void replaysIncidents() throws IOException {
        SmallData.incidents(folder.resolve("data"));
        succeeds("backtest", "incidents", "--data", "data", "--folds", "3", "--retrainings", "2");
        assertThat(out).contains("macro F1");
    }
}
