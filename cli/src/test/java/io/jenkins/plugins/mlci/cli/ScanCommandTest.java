package io.jenkins.plugins.mlci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScanCommandTest {
    private static final String GOOD =
            "Started\n[INFO] Compiling 12 source files\n[INFO] BUILD SUCCESS\nFinished: SUCCESS\n";
    private static final String BAD = "Started\n[INFO] Compiling 12 source files\n"
            + "[ERROR] <App>.java:[3,5] cannot find symbol\n[INFO] BUILD FAILURE\nFinished: FAILURE\n";
    private static final String LEAK = "password=FAKE-s3cr3t-x1\n";

    @TempDir
    private Path folder;

    private CliRun cli;

    @BeforeEach
    void logs() throws IOException {
        cli = new CliRun(folder);
        Files.writeString(folder.resolve("good.log"), GOOD);
        Files.writeString(folder.resolve("bad.log"), BAD);
        Files.writeString(folder.resolve("leak.log"), GOOD + LEAK);
        try (OutputStream zipped = new GZIPOutputStream(Files.newOutputStream(folder.resolve("good2.log.gz")))) {
            zipped.write(GOOD.getBytes(StandardCharsets.UTF_8));
        }
    }

    private JsonNode json(String file) throws IOException {
        return new ObjectMapper().readTree(folder.resolve(file).toFile());
    }

    @Test
    void saysWhenTheKindOfFailureIsUnclear() throws IOException {
        Files.writeString(
                folder.resolve("odd.log"), "Started\nstep one\nERROR: revision 7 of the frobnicator is killed\n");
        assertThat(cli.run("scan", "odd.log", "--outcome", "failed", "--html", "odd.html"))
                .isZero();
        assertThat(cli.out()).contains("Category: unclear, perhaps ");
        assertThat(Files.readString(folder.resolve("odd.html"))).contains("Category: unclear, perhaps <strong>");
        assertThat(cli.run("scan", "bad.log", "--outcome", "failed")).isZero();
        assertThat(cli.out()).contains("Category: compilation (");
    }

    @Test
    void doesNotGuessTheKindWithoutAWordOfAnyKind() throws IOException {
        Files.writeString(folder.resolve("odd.log"), "Started\nstep one\nERROR: the frobnicator is sad\n");
        assertThat(cli.run("scan", "odd.log", "--outcome", "failed", "--html", "odd.html", "--json", "odd.json"))
                .isZero();
        assertThat(cli.out()).contains("Category: unknown").doesNotContain("unknown (", "perhaps");
        assertThat(Files.readString(folder.resolve("odd.html"))).contains("Category: <strong>unknown</strong>. ");
        assertThat(json("odd.json").get("category").asText()).isEqualTo("unknown");
        assertThat(json("odd.json").get("transient").asBoolean()).isFalse();
    }

    @Test
    void comparesWithGoodLogs() throws IOException {
        int exit = cli.run("scan", "bad.log", "--baseline", "good.log", "good2.log.gz", "--json", "out.json");
        assertThat(exit).isZero();
        JsonNode result = json("out.json");
        assertThat(result.get("goodBuilds").asInt()).isEqualTo(2);
        assertThat(result.get("lines").asInt()).isEqualTo(5);
        assertThat(result.get("anomalies").findValuesAsText("kind")).contains("never_seen");
        assertThat(result.has("ranges") && result.has("category") && result.has("transient") && result.has("signature"))
                .isTrue();
        assertThat(cli.out()).contains("compared with 2 good builds");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scan leak.log --json -",
                "scan leak.log --json=-",
                "scan leak.log --json",
                "scan --json leak.log",
                "--json scan leak.log",
                "scan --json --outcome good leak.log"
            })
    void printsOnlyJsonWhereThatIsAskedFor(String line) throws IOException {
        assertThat(cli.run(line.split(" "))).isZero();
        JsonNode result = new ObjectMapper().readTree(cli.out());
        assertThat(result.get("secrets").asInt()).isEqualTo(1);
        assertThat(cli.out()).doesNotContain("FAKE-s3cr3t");
        assertThat(folder.resolve("leak.log")).hasContent(GOOD + LEAK);
    }

    @Test
    void writesJsonOverJsonAndEmptyFilesButOverNothingElse() throws IOException {
        for (String target : List.of("old", "empty", "new")) {
            Files.writeString(folder.resolve("old"), "\n {\"lines\":1}");
            Files.writeString(folder.resolve("empty"), "");
            assertThat(cli.run("scan", "--json", target, "leak.log")).isZero();
            assertThat(json(target).get("secrets").asInt()).isEqualTo(1);
        }
        assertThat(cli.run("scan", "leak.log", "--json", "good.log")).isEqualTo(ExitCode.USAGE.code());
        assertThat(folder.resolve("good.log")).hasContent(GOOD);
    }

    @Test
    void writesAPageThatNeedsNothingElse() throws IOException {
        assertThat(cli.run("scan", "leak.log", "--baseline", "good.log", "--html", "page/scan.html"))
                .isZero();
        String page = Files.readString(folder.resolve("page/scan.html"));
        assertThat(page)
                .startsWith("<!DOCTYPE html>")
                .contains("prefers-color-scheme:dark", "password=****", "<svg", "id=\"f0\"")
                .doesNotContain("<script", "FAKE-s3cr3t", "http:", "https:");
        assertThat(cli.run("scan", "bad.log", "--baseline", "good.log", "--outcome", "failed", "--html", "bad.html"))
                .isZero();
        assertThat(Files.readString(folder.resolve("bad.html"))).doesNotContain("<App>");
    }

    @Test
    void exitsAsAskedFor() {
        assertThat(cli.run("scan", "leak.log", "--fail-on", "secret")).isEqualTo(ExitCode.FOUND.code());
        assertThat(cli.run("scan", "leak.log", "--fail-on", "cause,anomaly", "--outcome", "good"))
                .isZero();
        assertThat(cli.run("scan", "bad.log", "--baseline", "good.log", "--fail-on", "anomaly"))
                .isEqualTo(ExitCode.FOUND.code());
        assertThat(cli.run("scan", "no.log")).isEqualTo(ExitCode.INPUT.code());
        assertThat(cli.err()).contains("no.log does not exist");
        assertThat(cli.run("scan", ".")).isEqualTo(ExitCode.INPUT.code());
        assertThat(cli.run("scan")).isEqualTo(ExitCode.USAGE.code());
        assertThat(cli.run("scan", "bad.log", "--follow")).isEqualTo(ExitCode.USAGE.code());
        assertThat(cli.run("scan", "--help")).isZero();
        assertThat(cli.out()).contains("--fail-on").contains("Exit codes").contains("6");
    }

    @Test
    void learnsTheGoodBuildsOfAJob() throws IOException {
        assertThat(cli.run("scan", "good.log", "--job", "app", "--outcome", "good"))
                .isZero();
        assertThat(cli.run("scan", "good2.log.gz", "--job", "app", "--outcome", "good"))
                .isZero();
        assertThat(cli.run("scan", "bad.log", "--job", "app", "--outcome", "failed", "--json", "out.json"))
                .isZero();
        assertThat(json("out.json").get("goodBuilds").asInt()).isEqualTo(2);
        assertThat(cli.run("scan", "good.log", "--job", "other", "--json", "other.json"))
                .isZero();
        assertThat(json("other.json").get("goodBuilds").asInt()).isZero();
    }

    @Test
    void followsStandardInput() throws IOException {
        InputStream before = System.in;
        PrintStream outBefore = System.out;
        ByteArrayOutputStream passed = new ByteArrayOutputStream();
        try {
            System.setIn(new ByteArrayInputStream((BAD + LEAK).getBytes(StandardCharsets.UTF_8)));
            assertThat(cli.run("scan", "--follow", "--baseline", "good.log", "--fail-on", "secret"))
                    .isEqualTo(ExitCode.FOUND.code());
            assertThat(cli.out()).contains("line 3 [never_seen] [ERROR] <App>", "line 6 [secret] password=****");
            System.setIn(new ByteArrayInputStream(LEAK.getBytes(StandardCharsets.UTF_8)));
            System.setOut(new PrintStream(passed, true, StandardCharsets.UTF_8));
            assertThat(cli.run("scan", "--follow", "--tee")).isZero();
        } finally {
            System.setIn(before);
            System.setOut(outBefore);
        }
        assertThat(passed.toString(StandardCharsets.UTF_8)).isEqualTo(LEAK);
        assertThat(cli.err())
                .contains(
                        "[secret]",
                        "secret, line 1 (100 %): The log shows a password.",
                        "1 line, compared with 0 good builds.")
                .doesNotContain("FAKE-s3cr3t");
        assertThat(cli.out()).isEmpty();
    }

    @Test
    void givesEachLineItsTemplate() throws IOException {
        Files.writeString(folder.resolve("t.log"), "took 3 ms\nother\ntook 4 ms\rtook 5 ms\r\n");
        assertThat(cli.run("templates", "t.log", "--json", "t.json")).isZero();
        JsonNode lines = json("t.json").get("lines");
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).isEqualTo(lines.get(2)).isEqualTo(lines.get(3)).isNotEqualTo(lines.get(1));
        assertThat(json("t.json").get("templates").get(0).get("text").asText()).isEqualTo("took <*>");
        assertThat(json("t.json").get("templates").get(0).get("count").asInt()).isEqualTo(3);
        assertThat(cli.out()).contains("4 lines, 2 templates");
        assertThat(cli.run("templates", "t.log", "--json", "-")).isZero();
        assertThat(new ObjectMapper().readTree(cli.out()).get("lines")).isEqualTo(lines);
    }
}
