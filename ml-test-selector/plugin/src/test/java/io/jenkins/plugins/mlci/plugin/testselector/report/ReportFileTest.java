package io.jenkins.plugins.mlci.plugin.testselector.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.mlci.shared.history.Outcome;
import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.shared.history.TestOutcome;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFileTest {
    @TempDir
    private Path folder;

    @Test
    void keepsEverything() throws IOException {
        Path file = folder.resolve(ReportFile.name(""));
        SelectionReport report = Reports.observed()
                .ended(List.of(new TestOutcome(TestId.ofClass("com.acme.StockTest"), Outcome.FAILED, 2)));
        ReportFile.write(report, file);
        assertThat(ReportFile.read(file)).isEqualTo(report);
    }

    @Test
    void keepsWhatIsUnknown() throws IOException {
        Path file = folder.resolve("f");
        SelectionReport report = SelectionReport.of(
                Reports.facts(false, true, "no history"),
                List.of(),
                List.of(Reports.row("A", true, 0.5, Double.NaN, "r")));
        ReportFile.write(report, file);
        SelectionReport read = ReportFile.read(file);
        assertThat(read.tests().get(0).seconds()).isNaN();
        assertThat(read.tests().get(0).outcome()).isNull();
        assertThat(read.aftermath()).isNull();
    }

    @Test
    void replacesAndLeavesNothingBehind() throws IOException {
        Path file = folder.resolve(ReportFile.name(""));
        ReportFile.write(Reports.observed(), file);
        ReportFile.write(Reports.enforced(), file);
        assertThat(ReportFile.read(file)).isEqualTo(Reports.enforced());
        assertThat(folder).isDirectoryContaining(path -> path.equals(file));
        assertThat(Files.list(folder)).hasSize(1);
    }

    @Test
    void namesAreSafeAndDistinct() {
        assertThat(ReportFile.name("")).isEqualTo("ml-test-selection.json.gz");
        assertThat(ReportFile.name("it")).isEqualTo("ml-test-selection-it.json.gz");
        assertThat(ReportFile.name("../../x")).matches("ml-test-selection-[a-z0-9_-]+\\.json\\.gz");
        assertThat(ReportFile.name("A B")).isNotEqualTo(ReportFile.name("a-b"));
    }

    @Test
    void saysThatAFileIsGone() {
        assertThatThrownBy(() -> ReportFile.read(folder.resolve("missing.json.gz")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("missing.json.gz")
                .hasMessageContaining("gone");
    }

    @Test
    void refusesDamage() throws IOException {
        Path file = folder.resolve("damaged");
        Files.writeString(file, "not gzip at all");
        assertThatThrownBy(() -> ReportFile.read(file)).isInstanceOf(IOException.class);
        write(file, "{\"format\": 1, \"facts\": null, \"tests\": [{\"selected\": \"maybe\"}]}");
        assertThatThrownBy(() -> ReportFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void refusesAnotherVersion() throws IOException {
        Path file = folder.resolve("later");
        write(file, "{\"format\": 9, \"changes\": [], \"tests\": []}");
        assertThatThrownBy(() -> ReportFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("format 9");
    }

    @Test
    void keepsRecordedTests() throws IOException {
        RecordedTests tests = new RecordedTests(
                RecordedTests.FORMAT,
                Reports.enforced().changes(),
                List.of(new TestOutcome(new TestId("m", "A", "t[1]"), Outcome.FLAKY, Double.NaN)));
        tests.write(folder);
        assertThat(RecordedTests.read(folder)).isEqualTo(tests);
    }

    private static void write(Path file, String json) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(json.getBytes(StandardCharsets.UTF_8));
        }
    }
}
