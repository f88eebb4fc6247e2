package io.jenkins.plugins.mlci.logscan.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.mlci.logscan.category.FailureCategory;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class ReadersTest {
    @TempDir
    private Path root;

    private void write(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void readsPairsOfCidiff() throws IOException {
        write("cidiff/cases.csv", "case,category\nbreakages/acme_12,compile\n");
        write("cidiff/breakages/acme_12/fail.log", "a\rb\nc\n");
        write("cidiff/breakages/acme_12/pass.log", "a\n");
        write("cidiff/breakages/acme_12/groundtruth", "DEFAULT\nE 2-3\nC 1\n");
        LogCase one = LabelledLogs.read(root).cases().get("cidiff").get(0);
        assertThat(one.project()).isEqualTo("acme");
        assertThat(one.category()).isEqualTo("compile");
        assertThat(one.labels().newlines()).isFalse();
        assertThat(one.labels().isError(1)).isFalse();
        assertThat(one.labels().isError(2)).isTrue();
        assertThat(one.labels().isError(3)).isTrue();
        assertThat(one.labels().isIgnored(1)).isTrue();
        assertThat(one.good()).hasSize(1);
        assertThat(CidiffFolder.project("breakages_dump/Quick Checks_/run1")).isEqualTo("terraform");
    }

    @Test
    void readsSignalsOfLogDx() throws IOException {
        write("logs/logdx-ci/cases/dev/x/raw.log", "one\n");
        write("logs/logdx-ci/cases/dev/x/case.json", "{\"repo\":\"acme/x\"}");
        write(
                "logs/logdx-ci/cases/dev/x/ground_truth.json",
                "{\"root_cause\":{\"category\":\"lint_error\"},\"required_signals\":["
                        + "{\"importance\":\"critical\",\"evidence_lines\":[[5,6]]},"
                        + "{\"importance\":\"optional\",\"evidence_lines\":[[9,9]]}],"
                        + "\"evidence_spans\":[{\"start_line\":4,\"end_line\":8}]}");
        LogCase one = LabelledLogs.read(root).cases().get("logdx-ci").get(0);
        assertThat(one.project()).isEqualTo("acme/x");
        assertThat(one.labels().signals()).containsExactly(new LineLabels.Range(5, 6));
        assertThat(one.labels().isError(9)).isTrue();
        assertThat(one.labels().isIgnored(4)).isTrue();
        assertThat(CategoryLabels.accepted(one.category())).containsExactly(FailureCategory.STATIC_ANALYSIS);
    }

    @Test
    void takesTheMarksOutOfFragments() throws IOException {
        write("pytorch-log-classifier/labels.csv", "fixture,category\nx,timeout,3\n");
        write(
                "pytorch-log-classifier/fixtures/classify/x.txt",
                "#=SOURCE=# from\nbefore\n#=MATCH=# it ‹timed out› here\nafter\n");
        LogCase one =
                LabelledLogs.read(root).cases().get("pytorch-log-classifier").get(0);
        assertThat(new String(one.log().read(), StandardCharsets.UTF_8))
                .startsWith("before\nit timed out here\nafter\n");
        assertThat(one.labels().errors()).containsExactly(new LineLabels.Range(2, 2));
        assertThat(one.category()).isEqualTo("timeout");
    }

    @Test
    void countsTreeherdersLinesFromZero() throws IOException {
        write("treeherder/logs/x.logview.json", "{\"errors\":[{\"linenumber\":0,\"line\":\"a\"}]}");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(root.resolve("treeherder/logs/x.log.gz")))) {
            out.write("a\nb\n".getBytes(StandardCharsets.UTF_8));
        }
        LogCase one = LabelledLogs.read(root).cases().get("treeherder").get(0);
        assertThat(one.labels().isError(1)).isTrue();
        assertThat(one.log().read()).hasSize(4);
    }

    @Test
    void findsTheLinesOfLogJuicerAndLeavesOutSkippedSets() throws IOException {
        write("logjuicer-tests/datasets/a/inf.yaml", "anomalies:\n  - line: |\n      broke\n  - line: |\n      late\n");
        write("logjuicer-tests/datasets/a/x.good", "fine\n");
        write("logjuicer-tests/datasets/a/x.fail", "late\nit broke\nfine\ntoo late\n");
        write("logjuicer-tests/datasets/b/inf.yaml", "skip: true\nanomalies:\n");
        write("logjuicer-tests/datasets/b/x.good", "fine\n");
        write("logjuicer-tests/datasets/b/x.fail", "fine\n");
        List<LogCase> cases = LabelledLogs.read(root).cases().get("logjuicer-tests");
        assertThat(cases).hasSize(1);
        assertThat(cases.get(0).labels().errors())
                .containsExactly(new LineLabels.Range(2, 2), new LineLabels.Range(4, 4));
    }

    @Test
    void comparesRecordedBuildsWithGoodOnesBefore() throws IOException {
        Files.createDirectories(root.resolve("jenkins-history"));
        archive(
                root.resolve("jenkins-history/job.tar.xz"),
                Map.of("job/builds/1/log", "fine\n", "job/builds/2/log", "broke\n", "job/builds/2/build.xml", "<x/>"));
        write(
                "jenkins-history/labels.csv",
                "job,build,result,category,cause_lines,evidence_lines\njob,1,SUCCESS,,,\njob,2,FAILURE,\"disk_full\",1,\n"
                        + "job,3,FAILURE,,,\n");
        List<LogCase> cases = LabelledLogs.read(root).cases().get("jenkins-history");
        assertThat(cases).extracting(LogCase::name).containsExactly("job/1", "job/2");
        assertThat(cases.get(0).failed()).isFalse();
        assertThat(cases.get(0).good()).isEmpty();
        assertThat(cases.get(1).good()).hasSize(1);
        assertThat(cases.get(1).labels().isError(1)).isTrue();
        assertThat(cases.get(1).category()).isEqualTo("disk_full");
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        assertThat(LabelledLogs.read(root).missing()).contains("cidiff", "treeherder", "jenkins-history");
        assertThat(LabelledLogs.read(root).all()).isEmpty();
    }

    @Test
    void anArchiveThatBreaksOffIsRefused() throws IOException {
        Path file = root.resolve("broken.tar.xz");
        byte[] header = header("a/log", 2_000);
        try (OutputStream out = new XZOutputStream(Files.newOutputStream(file), new LZMA2Options(0))) {
            out.write(header);
            out.write(new byte[10]);
        }
        assertThatThrownBy(() -> TarXz.read(file, name -> true, new HashMap<>()::put))
                .isInstanceOf(IOException.class);
    }

    private static void archive(Path file, Map<String, String> files) throws IOException {
        try (OutputStream out = new XZOutputStream(Files.newOutputStream(file), new LZMA2Options(0))) {
            for (Map.Entry<String, String> each : files.entrySet()) {
                byte[] content = each.getValue().getBytes(StandardCharsets.UTF_8);
                out.write(header(each.getKey(), content.length));
                out.write(content);
                out.write(new byte[512 - content.length % 512]);
            }
            out.write(new byte[1024]);
        }
    }

    private static byte[] header(String name, int size) {
        byte[] header = new byte[512];
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, header, 0, bytes.length);
        byte[] octal = String.format("%011o", size).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(octal, 0, header, 124, octal.length);
        header[156] = '0';
        return header;
    }
}
