package io.jenkins.plugins.mlci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestIncidentsCommandTest {
    @TempDir
    private Path folder;

    @Test
    void measuresBothKindsOfData() throws IOException {
        SmallData.incidents(folder.resolve("data"));
        CliRun mlci = new CliRun(folder);
        assertThat(mlci.run(
                        "backtest",
                        "incidents",
                        "--data",
                        "data",
                        "--folds",
                        "3",
                        "--retrainings",
                        "2",
                        "--predictions",
                        "p.csv.gz",
                        "--json",
                        "r.json"))
                .isZero();
        assertThat(mlci.out()).contains("a, category, 3-fold: 300 incidents", "b, urgent or not", "linear SVM");
        var json = new ObjectMapper().readTree(folder.resolve("r.json").toFile());
        assertThat(json.at("/subjects/a category/macroF1/estimate").asDouble()).isGreaterThan(0.95);
        assertThat(json.at("/subjects/b severity/all/estimate").asDouble()).isGreaterThan(0.7);
        try (var in = new GZIPInputStream(Files.newInputStream(folder.resolve("p.csv.gz")))) {
            String csv = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(csv.lines()).hasSize(1 + 300 + 60);
            assertThat(csv).startsWith("subject,id,truth,predicted,probability\n");
            assertThat(csv.lines().filter(line -> line.startsWith("\"b\"")))
                    .as("the decision that was taken, not always the same")
                    .anyMatch(line -> line.contains("\"urgent\",\"urgent\""))
                    .anyMatch(line -> line.contains("\"not\",\"not\""));
        }
    }

    @Test
    void countsWhatIsLeftOut() throws IOException {
        SmallData.incidents(folder.resolve("data"));
        Path bugs = folder.resolve("data/b/more.csv");
        Files.writeString(
                bugs, "key,project,created,priority,summary\nX-1,X,soon,Minor,Slow\nX-2,X,1262305560,Minor,\n");
        CliRun mlci = new CliRun(folder);
        assertThat(mlci.run("backtest", "incidents", "--data", "data", "--folds", "3", "--retrainings", "2"))
                .isZero();
        assertThat(mlci.err())
                .contains(
                        "more.csv: 1 of 2 rows left out, in which the time cannot be read (first in line 2).",
                        "more.csv: 1 of 2 rows left out, in which there is no text (first in line 3).");
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        CliRun mlci = new CliRun(folder);
        Files.createDirectories(folder.resolve("empty"));
        assertThat(mlci.run("backtest", "incidents", "--data", "empty")).isEqualTo(ExitCode.NOT_FOUND.code());
        assertThat(mlci.err()).contains("nothing to replay");
        assertThat(mlci.run("backtest", "incidents", "--data", "none")).isEqualTo(ExitCode.INPUT.code());
        assertThat(mlci.run("backtest", "incidents")).isEqualTo(ExitCode.USAGE.code());
        assertThat(mlci.run("backtest", "incidents", "--data", "empty", "--folds", "1"))
                .isEqualTo(ExitCode.USAGE.code());
    }
}
