package io.jenkins.plugins.mlci.plugin.logscan.report;

import static io.jenkins.plugins.mlci.plugin.logscan.report.Reports.anomaly;
import static io.jenkins.plugins.mlci.plugin.logscan.report.Reports.cause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.mlci.logscan.scan.BuildOutcome;
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
    void whatIsWrittenIsReadAgain() throws IOException {
        ScanReport report = new ScanReport(
                ScanReport.VERSION,
                "2026-11-24T12:00:00Z",
                BuildOutcome.FAILED,
                Reports.result("disk", false, "abc", cause(5, "No space left on device"), anomaly(9, "never_seen")),
                List.of(new Excerpt(2, 5, 5, List.of("a", "b", "c", "No space left on device"))),
                new Past(
                        "shop",
                        2,
                        "2026-11-23T12:00:00Z",
                        List.of(new Past.Place("shop", 3)),
                        "c0ffee",
                        new Past.Remedy(4, true, "c0ffee"),
                        List.of(new Past.Alike(1, 0.7))),
                new Neighbour(2, List.of(anomaly(9, "missing"))));
        ReportFile.write(report, folder);
        assertThat(ReportFile.read(folder)).isEqualTo(report);
        assertThat(folder).isDirectoryContaining(file -> file.endsWith(ReportFile.NAME));
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void aFileThatIsGoneIsASentence() {
        assertThatThrownBy(() -> ReportFile.read(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is gone");
    }

    @Test
    void damagedAndForeignFilesAreSentences() throws IOException {
        Files.writeString(folder.resolve(ReportFile.NAME), "no gzip");
        assertThatThrownBy(() -> ReportFile.read(folder)).isInstanceOf(IOException.class);
        for (String json : List.of("{", "[]", "{\"version\":1,\"outcome\":\"FINE\"}", "{\"version\":2}")) {
            write(json);
            assertThatThrownBy(() -> ReportFile.read(folder))
                    .as(json)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("cannot be read");
        }
    }

    private void write(String json) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(ReportFile.NAME)))) {
            out.write(json.getBytes(StandardCharsets.UTF_8));
        }
    }
}
