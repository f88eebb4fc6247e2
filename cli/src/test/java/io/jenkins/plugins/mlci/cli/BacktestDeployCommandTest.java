package io.jenkins.plugins.mlci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On made-up recordings in which large changes and the word "network" are risky. */
class BacktestDeployCommandTest {
    @TempDir
    private Path folder;

    private CliRun mlci;

    @BeforeEach
    void record() throws IOException {
        SmallData.deployments(folder.resolve("data/deploys/one.csv.gz"), 1);
        SmallData.deployments(folder.resolve("data/deploys/two.csv.gz"), 2);
        Files.createDirectories(folder.resolve("data/texts"));
        Files.writeString(folder.resolve("data/texts/incidents.csv"), "title,severity\nx,1\n");
        mlci = new CliRun(folder);
    }

    @Test
    void measuresBesideBaselinesAndWritesPredictions() throws IOException {
        assertThat(mlci.run("backtest", "deploy", "--data", "data", "--predictions", "p.csv.gz", "--json", "out.json"))
                .isZero();
        assertThat(mlci.out())
                .contains("after the first fifth", "last fifth", "logistic regression with title", "Cold start")
                .contains("one: a gate at 20 : 1 holds")
                .contains("the best of the others (95 % intervals");
        JsonNode one =
                new ObjectMapper().readTree(folder.resolve("out.json").toFile()).at("/deploys/one");
        assertThat(one.at("/prequential/mlci/auc").asDouble()).isBetween(0.6, 1.0);
        assertThat(one.at("/prequential/mlci/rows").asInt()).isBetween(350, 400);
        assertThat(one.at("/prequential/lines changed/brier").isNull()).isTrue();
        assertThat(one.at("/gate/gate/failures").asInt()).isPositive();
        JsonNode lead = new ObjectMapper()
                .readTree(folder.resolve("out.json").toFile())
                .at("/deploys/mean/prequential_lead_over_best");
        assertThat(lead.at("/low").asDouble()).isLessThan(lead.at("/estimate").asDouble());
        assertThat(lead.at("/high").asDouble())
                .isGreaterThan(lead.at("/estimate").asDouble());
        assertThatPredictionsAreWhole(folder.resolve("p.csv.gz"));
    }

    private static void assertThatPredictionsAreWhole(Path file) throws IOException {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            assertThat(reader.readLine()).isEqualTo("file,key,probability,low,high");
            List<String> lines = reader.lines().toList();
            assertThat(lines).hasSize(2 * SmallData.DEPLOYMENTS);
            assertThat(lines.get(0)).startsWith("deploys/one,one0,");
            for (String line : lines) {
                String[] cells = line.split(",");
                double probability = Double.parseDouble(cells[2]);
                assertThat(probability).isBetween(Double.parseDouble(cells[3]), Double.parseDouble(cells[4]));
            }
        }
    }

    @Test
    void replaysOnlyWhatIsAskedForAndIsRepeatable() throws IOException {
        String[] line = {
            "backtest",
            "deploy",
            "--data",
            "data",
            "--only",
            "two",
            "--no-learned-baselines",
            "--without-people",
            "--json"
        };
        assertThat(mlci.run(with(line, "1.json"))).isZero();
        assertThat(mlci.run(with(line, "2.json"))).isZero();
        assertThat(folder.resolve("1.json")).hasSameTextualContentAs(folder.resolve("2.json"));
        assertThat(Files.readString(folder.resolve("1.json"))).doesNotContain("\"one\"");
    }

    @Test
    void saysWhenThereIsNothingToReplay() {
        assertThat(mlci.run("backtest", "deploy", "--data", "data", "--only", "three"))
                .isEqualTo(ExitCode.NOT_FOUND.code());
        assertThat(mlci.err()).contains("nothing to replay");
        assertThat(mlci.run("backtest", "deploy", "--data", "nowhere")).isEqualTo(ExitCode.NOT_FOUND.code());
        assertThat(mlci.run("backtest", "deploy")).isEqualTo(ExitCode.USAGE.code());
        for (String ratio : List.of("1", "-5", "NaN", "Infinity")) {
            assertThat(mlci.run("backtest", "deploy", "--data", "data", "--cost-ratio=" + ratio))
                    .isEqualTo(ExitCode.USAGE.code());
            assertThat(mlci.err()).contains("--cost-ratio takes a number above 1");
        }
    }

    @Test
    void saysWhatItLeavesOut() throws IOException {
        StringBuilder good = new StringBuilder("sha,time,la,failed\n");
        for (int i = 0; i < 60; i++) {
            good.append("k")
                    .append(i)
                    .append(",")
                    .append(1_600_000_000L + i * 90_000L)
                    .append(",1,no\n");
        }
        Path bad = Files.createDirectories(folder.resolve("bad/set"));
        Files.writeString(bad.resolve("good.csv"), good + "x,soon,1,1\n");
        Files.writeString(bad.resolve("header.csv"), "sha,time,failed\n");
        assertThat(mlci.run("backtest", "deploy", "--data", "bad", "--no-learned-baselines", "--json", "bad.json"))
                .isZero();
        assertThat(mlci.err())
                .contains(
                        "good: 1 of 61 rows left out, in which the time cannot be read (first in line 62).",
                        "header is left out: it has a header and no rows.");
        assertThat(mlci.out())
                .contains("0 failed; without failed and good ones there is no AUC")
                .doesNotContain("NaN", "Infinity");
        JsonNode json = new ObjectMapper().readTree(folder.resolve("bad.json").toFile());
        assertThat(json.at("/set/good/remarks")).hasSize(1);
        assertThat(mlci.run("backtest", "deploy", "--data", "bad", "--only", "header"))
                .isEqualTo(ExitCode.NOT_FOUND.code());
        assertThat(mlci.err()).contains("no row of the files that match", "remarks say why");
    }

    @Test
    void trainsAPriorThatCanBeRead() throws IOException {
        assertThat(mlci.run("train-prior", "deploy", "--data", "data", "--sources", "one,two", "--out", "prior.json"))
                .isZero();
        assertThat(mlci.out()).contains("from 678 deployments of 2 sources");
        JsonNode prior =
                new ObjectMapper().readTree(folder.resolve("prior.json").toFile());
        assertThat(prior.at("/provenance/parameters/sources").asText()).isEqualTo("one, two");
        assertThat(mlci.run("train-prior", "deploy", "--data", "data", "--out", "other.json"))
                .as("none of the default sources is there")
                .isEqualTo(ExitCode.NOT_FOUND.code());
        assertThat(mlci.run("train-prior")).isEqualTo(ExitCode.USAGE.code());
    }

    private static String[] with(String[] line, String last) {
        String[] all = java.util.Arrays.copyOf(line, line.length + 1);
        all[line.length] = last;
        return all;
    }
}
