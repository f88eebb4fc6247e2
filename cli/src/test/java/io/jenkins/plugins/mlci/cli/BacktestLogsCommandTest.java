package io.jenkins.plugins.mlci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestLogsCommandTest {
    @TempDir
    private Path folder;

    private CliRun mlci;

    @BeforeEach
    void write() throws IOException {
        mlci = new CliRun(folder);
        SmallData.logs(folder.resolve("data"));
    }

    @Test
    void printsEachDataSetAndSaysWhatIsMissing() throws IOException {
        assertThat(mlci.run("backtest", "logs", "--data", "data", "--json", "out.json"))
                .isZero();
        assertThat(mlci.out()).contains("cidiff, 16 failed builds", "keywords", "Categories");
        assertThat(mlci.err()).contains("treeherder is not there");
        JsonNode json = new ObjectMapper().readTree(folder.resolve("out.json").toFile());
        assertThat(json.at("/sources/cidiff/methods/mlci/error_in_first_5/value")
                        .asDouble())
                .isGreaterThan(0.9);
        assertThat(json.at("/categories/right").asDouble()).isGreaterThan(0.8);
        assertThat(json.at("/missing").size()).isEqualTo(5);
    }

    @Test
    void judgesWithTheShippedModels() {
        assertThat(mlci.run("backtest", "logs", "--data", "data", "--shipped")).isZero();
        assertThat(mlci.out()).contains("cidiff, 16 failed builds");
    }

    @Test
    void learnsTheModelsAnew() {
        assertThat(mlci.run("train-prior", "logs", "--data", "data", "--out", "models"))
                .isZero();
        assertThat(folder.resolve("models/cause/cause-lines.json")).isNotEmptyFile();
        assertThat(folder.resolve("models/cause/cause-headline.json")).isNotEmptyFile();
        assertThat(folder.resolve("models/category/category-test.json")).isNotEmptyFile();
    }

    @Test
    void aFolderWithoutLogsIsAnError() throws IOException {
        Files.createDirectories(folder.resolve("empty"));
        assertThat(mlci.run("backtest", "logs", "--data", "empty")).isEqualTo(ExitCode.NOT_FOUND.code());
        assertThat(mlci.err()).contains("no labelled log");
    }
}
