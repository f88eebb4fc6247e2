package io.jenkins.plugins.mlci.logscan.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On small pairs of logs that the test writes: a compiler error, or a failed test, in another place each time. */
class LogBacktestTest {
    private static final int CASES = 24;

    @TempDir
    private Path root;

    @BeforeEach
    void write() throws IOException {
        StringBuilder categories = new StringBuilder("case,category\n");
        for (int n = 0; n < CASES; n++) {
            Path folder =
                    Files.createDirectories(root.resolve("cidiff/breakages/project" + (char) ('a' + n) + "_" + n));
            List<String> log = new ArrayList<>();
            for (int i = 0; i < 30 + n; i++) {
                log.add("Compiling module " + (char) ('a' + i % 26) + (char) ('a' + i / 26) + " of the project");
            }
            List<String> good = new ArrayList<>(log);
            good.add("Finished: SUCCESS");
            boolean test = n % 2 == 0;
            log.add(
                    test
                            ? "--- FAIL: TestThing (0.0" + n + "s)"
                            : "src/File" + n + ".java:" + (10 + n) + ": error: cannot find symbol");
            log.add(test ? "    thing_test.go:12: expected: 1 but was: " + n : "  symbol: class Thing");
            int first = log.size() - 1;
            log.add("Cleaning up");
            log.add("Finished: FAILURE");
            Files.write(folder.resolve("fail.log"), log);
            Files.write(folder.resolve("pass.log"), good);
            Files.writeString(folder.resolve("groundtruth"), "DEFAULT\nE " + first + "-" + (first + 1) + "\n");
            categories.append("breakages/").append(folder.getFileName()).append(test ? ",test\n" : ",compile\n");
        }
        Files.writeString(root.resolve("cidiff/cases.csv"), categories.toString());
    }

    @Test
    void judgesEachProjectByModelsOfTheOthers() throws IOException {
        LogBacktest backtest = new LogBacktest(7, () -> {});
        List<ReadCase> cases = backtest.read(LabelledLogs.read(root));
        assertThat(cases).hasSize(2 * CASES);
        LogFigures figures = new LogFigures(backtest.judge(cases));
        assertThat(figures.sources()).containsExactly("cidiff", "cidiff without good build");
        Map<String, LogFigures.Figure> ours = figures.methods("cidiff").get("mlci");
        assertThat(ours.get("f1").value()).isGreaterThan(0.8);
        assertThat(ours.get("error_in_first_5").value()).isEqualTo(1);
        assertThat(figures.methods("cidiff")).containsKeys("last 100 lines", "keywords", "not in the good builds");
        assertThat(LogFigures.accuracy(figures.confusion(Set.of("cidiff")))).isGreaterThan(0.9);
    }

    @Test
    void aProjectIsInOneFoldOnly() throws IOException {
        List<ReadCase> cases = new LogBacktest(7, () -> {}).read(LabelledLogs.read(root));
        Map<String, Integer> folds = Folds.of(cases);
        assertThat(folds).hasSize(CASES);
        assertThat(new HashSet<>(folds.values())).hasSizeGreaterThan(1);
    }

    @Test
    void theSameLogsGiveTheSameJudgement() throws IOException {
        LogBacktest backtest = new LogBacktest(7, () -> {});
        List<ReadCase> cases = backtest.read(LabelledLogs.read(root));
        List<LogBacktest.Judged> once = backtest.judge(cases);
        List<LogBacktest.Judged> twice = backtest.judge(cases);
        for (int i = 0; i < once.size(); i++) {
            assertThat(twice.get(i).causes()).isEqualTo(once.get(i).causes());
            assertThat(twice.get(i).category()).isEqualTo(once.get(i).category());
        }
    }
}
