package io.jenkins.plugins.mlci.deploygate.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingReaderTest {
    @TempDir
    private Path folder;

    private Recording read(String name, String... lines) throws IOException {
        return RecordingReader.read(Files.write(folder.resolve(name), List.of(lines)), true);
    }

    @Test
    void leavesOutWhatMakesNoSenseAndSaysSo() throws IOException {
        Recording recording = read(
                "repo.csv",
                "sha,time,subject,hours_to_revert,failed",
                "a,2024-01-10T10:00:00Z,First,,no",
                "b,never,Second,,1",
                "c,2024-01-10 11:00:00,\"Two",
                "lines, one field\",2,yes",
                "",
                "d,,Third,,0",
                "e,soon,Fourth,,0",
                "f,1704895200000,Fifth,1e300,maybe",
                "g,1704895200,Sixth,1e300,1");
        assertThat(recording.steps()).extracting(s -> s.facts().id()).containsExactly("a", "c", "g");
        assertThat(recording.steps()).extracting(Step::label).containsExactly(0.0, 1.0, 1.0);
        assertThat(recording.steps().get(1).facts().change().text().title()).isEqualTo("Two\nlines, one field");
        Step odd = recording.steps().get(2);
        assertThat(Duration.between(odd.facts().started(), odd.known())).isEqualTo(RecordingReader.GOOD_AFTER);
        assertThat(recording.remarks())
                .containsExactly(
                        "repo: 2 of 7 rows left out, in which the time cannot be read (first in line 3).",
                        "repo: 1 of 7 rows left out, in which there is no time (first in line 7).",
                        "repo: 1 of 7 rows left out, in which it cannot be read whether it failed (1 and 0, true and"
                                + " false, yes and no) (first in line 9).");
    }

    @Test
    void aQuoteThatIsNeverClosedSpoilsItsLineOnly() throws IOException {
        Recording recording = read(
                "repo.csv",
                "sha,time,subject,failed",
                "a,1700000000,\"Never closed,0",
                "b,1700000001,\"Closed, with a comma\",1",
                "c,1700000002,A 5\" disk,0",
                "d,1700000003,\"Never closed either,0",
                "e,1700000004,Last,0");
        assertThat(recording.steps()).extracting(s -> s.facts().id()).containsExactly("b", "c", "e");
        assertThat(recording.steps().get(0).facts().change().text().title()).isEqualTo("Closed, with a comma");
        assertThat(recording.steps().get(1).facts().change().text().title()).isEqualTo("A 5\" disk");
        assertThat(recording.remarks())
                .containsExactly("repo: 2 of 5 rows left out, in which a quote is never closed (first in line 2).");
    }

    @Test
    void saysWhenKeysRepeatThemselves() throws IOException {
        Recording recording = read(
                "repo.csv", "sha,time,failed", "a,1700000000,0", "a,1700000001,1", "a,1700000002,1", ",1700000003,0");
        assertThat(recording.steps()).hasSize(4);
        assertThat(recording.remarks()).singleElement().satisfies(each -> assertThat(each)
                .startsWith("repo: 2 rows have the key of an earlier row (first in line 3)"));
    }

    @Test
    void filesWithNothingToReadAreNoErrors() throws IOException {
        Recording header = read("header.csv", "\uFEFFfailed,time");
        assertThat(header.steps()).isEmpty();
        assertThat(header.remarks()).containsExactly("header is left out: it has a header and no rows.");
        Recording timeless = read("timeless.csv", "sha,failed", "a,1");
        assertThat(timeless.steps()).isEmpty();
        assertThat(timeless.remarks()).singleElement().satisfies(each -> assertThat(each)
                .contains("timeless is left out", "columns of times time, date"));
        Recording good = read("good.csv", "project,time,failed", ",1700000000,1");
        assertThat(good.steps().get(0).facts().job()).isEqualTo("good");
        assertThat(good.remarks()).isEmpty();
    }

    @Test
    void tellsRecordingsByTheirHeaderAndNamesDamagedFiles() throws IOException {
        assertThat(RecordingReader.isRecording(Files.writeString(folder.resolve("a.csv"), "\"x\", buggy\n")))
                .isTrue();
        assertThat(RecordingReader.isRecording(Files.writeString(folder.resolve("b.csv.gz"), "failed,time\n")))
                .as("not zipped, whatever it is called")
                .isTrue();
        assertThat(RecordingReader.isRecording(Files.writeString(folder.resolve("c.csv"), "a,b\n")))
                .isFalse();
        assertThat(RecordingReader.isRecording(Files.writeString(folder.resolve("d.csv"), "")))
                .isFalse();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write("failed,time\n1,1700000000\n".repeat(100).getBytes(StandardCharsets.UTF_8));
        }
        Path cut = Files.write(folder.resolve("cut.csv.gz"), Arrays.copyOf(bytes.toByteArray(), bytes.size() - 12));
        assertThatThrownBy(() -> RecordingReader.read(cut, true))
                .isInstanceOf(IOException.class)
                .hasMessage("cut.csv.gz breaks off or is damaged.");
        Path stump = Files.write(folder.resolve("stump.csv.gz"), Arrays.copyOf(bytes.toByteArray(), 5));
        assertThatThrownBy(() -> RecordingReader.isRecording(stump))
                .isInstanceOf(IOException.class)
                .hasMessage("stump.csv.gz breaks off or is damaged.");
        assertThatThrownBy(() -> IncidentData.read(folder, remark -> {}))
                .hasMessage("cut.csv.gz breaks off or is damaged.");
    }
}
