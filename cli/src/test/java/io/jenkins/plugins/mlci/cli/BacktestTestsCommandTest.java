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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the small history that is part of the program. */
class BacktestTestsCommandTest {
    @TempDir
    private Path folder;

    private CliRun mlci;

    @BeforeEach
    void unpack() throws IOException {
        SmallData.tests(folder.resolve("data"));
        mlci = new CliRun(folder);
    }

    @Test
    void printsEveryMethodAndWritesJsonRankingsAndPage() throws IOException {
        assertThat(mlci.run(
                        "backtest",
                        "tests",
                        "--data",
                        "data",
                        "--json",
                        "out.json",
                        "--rankings",
                        "r.csv.gz",
                        "--html",
                        "p.html"))
                .isZero();
        assertThat(mlci.out())
                .contains(
                        "mlci, by count",
                        "mlci, by time",
                        "random",
                        "shortest first",
                        "recently failed",
                        "decay / cost")
                .contains("ROCKET", "change similarity", "boosting + change", "forest + change", "optimal")
                .contains("New failures only");
        JsonNode json = new ObjectMapper().readTree(folder.resolve("out.json").toFile());
        JsonNode all = json.at("/subjects/recorded/all");
        for (String name : List.of("apfd", "apfdc", "napfd50", "kept_time_10", "kept_count_33", "found_time_50")) {
            assertThat(all.get(name).asDouble()).as(name).isBetween(0.0, 1.0);
        }
        assertThat(json.at("/mean/new/apfd").isNumber()).isTrue();
        JsonNode methods = json.at("/subjects/recorded/methods");
        for (JsonNode method : methods) {
            assertThat(method.at("/all/apfd").asDouble())
                    .isLessThanOrEqualTo(methods.at("/optimal/all/apfd").asDouble());
        }
        String page = Files.readString(folder.resolve("p.html"));
        assertThat(page)
                .contains("<svg", "Backtest of test selection")
                .doesNotContain("<script", "http://", "https://");
        assertThatRanksArePermutations(folder.resolve("r.csv.gz"));
    }

    @Test
    void sameSeedSameResult() throws IOException {
        String[] line = {"backtest", "tests", "--data", "data", "--no-learned-baselines", "--json"};
        assertThat(mlci.run(with(line, "one.json"))).isZero();
        assertThat(mlci.run(with(line, "two.json"))).isZero();
        assertThat(folder.resolve("one.json")).hasSameTextualContentAs(folder.resolve("two.json"));
    }

    @Test
    void saysWhenThereIsNothingToReplay() {
        assertThat(mlci.run("backtest", "tests", "--data", "data", "--only", "other"))
                .isEqualTo(ExitCode.NOT_FOUND.code());
        assertThat(mlci.err()).contains("nothing to replay");
    }

    @Test
    void saysWhenNoTestFailed() throws IOException {
        Path quiet = Files.createDirectories(folder.resolve("quiet/app"));
        write(quiet.resolve("tests.csv"), "test_id,test", "1,org.example.ATest");
        write(quiet.resolve("cycles.csv"), "cycle", "1", "2", "3");
        write(quiet.resolve("runs.csv"), "cycle,test_id,duration,verdict", "1,1,2.0,0", "2,1,2.0,0", "3,1,2.0,0");

        assertThat(mlci.run("backtest", "tests", "--data", "quiet", "--no-learned-baselines", "--html", "p.html"))
                .isZero();
        assertThat(mlci.out())
                .contains("app: 3 builds, 0 judged", "No order of the tests can be judged", "no new failure either")
                .doesNotContain("NaN", "APFD", "n/a of the failing builds");
        assertThat(Files.readString(folder.resolve("p.html")))
                .contains("No order of the tests can be judged")
                .doesNotContain("NaN", "<svg");
    }

    private static void write(Path file, String... lines) throws IOException {
        Path gz = file.resolveSibling(file.getFileName() + ".gz");
        try (var out = new java.util.zip.GZIPOutputStream(Files.newOutputStream(gz))) {
            out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void needsAThread() {
        assertThat(mlci.run("backtest", "tests", "--data", "data", "--threads", "0"))
                .isEqualTo(ExitCode.USAGE.code());
        assertThat(mlci.err()).contains("--threads takes 1 or more, not 0.");
    }

    @Test
    void asksWhatToReplay() {
        assertThat(mlci.run("backtest")).isEqualTo(ExitCode.USAGE.code());
    }

    @Test
    void demoShowsASelectionAndCleansUp() {
        assertThat(mlci.run("demo")).isZero();
        assertThat(mlci.out())
                .contains("Recorded 46 builds")
                .contains("with the policy fraction:30%")
                .contains("what really happened")
                .contains("optimal");
    }

    private static String[] with(String[] line, String last) {
        String[] all = java.util.Arrays.copyOf(line, line.length + 1);
        all[line.length] = last;
        return all;
    }

    private static void assertThatRanksArePermutations(Path file) throws IOException {
        Map<String, Set<String>> counts = new HashMap<>();
        Map<String, Set<String>> times = new HashMap<>();
        Map<String, Integer> rows = new HashMap<>();
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            assertThat(reader.readLine()).isEqualTo("subject,cycle,test_id,rank_count,rank_time,probability,selected");
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] cells = line.split(",");
                counts.computeIfAbsent(cells[1], c -> new HashSet<>()).add(cells[3]);
                times.computeIfAbsent(cells[1], c -> new HashSet<>()).add(cells[4]);
                rows.merge(cells[1], 1, Integer::sum);
                assertThat(Double.parseDouble(cells[5])).isBetween(0.0, 1.0);
            }
        }
        assertThat(rows).isNotEmpty();
        rows.forEach((cycle, n) -> {
            assertThat(counts.get(cycle)).hasSize(n).contains("1", String.valueOf(n));
            assertThat(times.get(cycle)).hasSize(n).contains("1", String.valueOf(n));
        });
    }

    @Test
    void aPriorModelIsLearnedAndJudgedWhereItIsNew() throws IOException {
        Path other = Files.createDirectories(folder.resolve("data/again"));
        for (String file : List.of("runs", "tests", "cycles", "changes")) {
            Files.copy(folder.resolve("data/recorded/" + file + ".csv.gz"), other.resolve(file + ".csv.gz"));
        }
        assertThat(mlci.run(
                        "train-prior",
                        "tests",
                        "--data",
                        "data",
                        "--out",
                        "prior/tests.json",
                        "--evaluate",
                        "recorded",
                        "--json",
                        "out.json"))
                .isZero();
        assertThat(mlci.out())
                .containsPattern("recorded: [0-9]+ rows")
                .contains("with a model that has not seen it", "mlci, by count");
        JsonNode prior =
                new ObjectMapper().readTree(folder.resolve("prior/tests.json").toFile());
        // What the small history does not teach has no weight and no entry.
        assertThat(prior.at("/weights")).anyMatch(each -> !each.isEmpty());
        assertThat(prior.at("/bias/passing").isNumber()).isTrue();
        assertThat(prior.at("/provenance/rows/again").asInt()).isPositive();
        assertThat(new ObjectMapper()
                        .readTree(folder.resolve("out.json").toFile())
                        .at("/subjects/recorded/all/apfd")
                        .asDouble())
                .isBetween(0.5, 1.0);

        assertThat(mlci.run("train-prior", "tests", "--data", "data", "--only", "other"))
                .isEqualTo(ExitCode.NOT_FOUND.code());
        assertThat(mlci.run("train-prior")).isEqualTo(ExitCode.USAGE.code());
    }
}
