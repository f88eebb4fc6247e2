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
        StringBuilder tickets = new StringBuilder("Document,Topic_group\n");
        StringBuilder bugs = new StringBuilder("key,project,created,priority,resolution,summary\n");
        for (int i = 0; i < 300; i++) {
            tickets.append(i % 2 == 0 ? "disk full node " : "dns timeout host ")
                    .append(i % 13)
                    .append(i % 2 == 0 ? ",Storage\n" : ",Network\n");
            bugs.append("K-" + i + (i % 3 == 0 ? ",PAY," : ",BLOG,") + (1_300_000_000 + 90_000 * i))
                    .append(i % 3 == 0 ^ i % 17 == 0 ? ",Critical" : ",Minor")
                    .append(",Fixed,Error number " + i % 11 + "\n");
        }
        Files.writeString(Files.createDirectories(folder.resolve("data/a")).resolve("t.csv"), tickets);
        Files.writeString(Files.createDirectories(folder.resolve("data/b")).resolve("b.csv"), bugs);
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
        }
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
