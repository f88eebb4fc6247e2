package io.jenkins.plugins.mlci.plugin.shared.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackedJsonTest {
    /** Something to keep. */
    record Note(String text, Instant time, List<Double> numbers) {
        Note {
            if (numbers.isEmpty()) {
                throw new IllegalArgumentException("A note needs numbers.");
            }
        }
    }

    private static final Note NOTE =
            new Note("ä\n\"", Instant.parse("2026-11-24T12:00:00.5Z"), List.of(1.5, Double.NaN));

    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenIsReadAgainAndNothingStaysBehind() throws IOException {
        Path file = folder.resolve("note.json.gz");
        PackedJson.write(NOTE, file);
        PackedJson.write(NOTE, file);
        assertThat(PackedJson.read(file, Note.class)).isEqualTo(NOTE);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void whatCannotBeWrittenLeavesTheOldFile() throws IOException {
        Path file = folder.resolve("note.json.gz");
        PackedJson.write(NOTE, file);
        assertThatThrownBy(() -> PackedJson.write(new Object(), file)).isInstanceOf(IOException.class);
        assertThat(PackedJson.read(file, Note.class)).isEqualTo(NOTE);
    }

    @Test
    void goneDamagedAndForeignFilesAreSentences() throws IOException {
        Path file = folder.resolve("note.json.gz");
        assertThatThrownBy(() -> PackedJson.read(file, Note.class))
                .isInstanceOf(IOException.class)
                .hasMessage("The file note.json.gz of this build is gone");
        PackedJson.write(NOTE, file);
        byte[] half = Arrays.copyOf(Files.readAllBytes(file), 20);
        for (byte[] damaged : List.of("no gzip".getBytes(StandardCharsets.UTF_8), half, new byte[0])) {
            Files.write(file, damaged);
            assertThatThrownBy(() -> PackedJson.read(file, Note.class))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("The file note.json.gz of this build cannot be read: ");
        }
        for (String json : List.of("", "null", "{", "[]", "{\"numbers\":[]}", "{\"time\":\"noon\",\"numbers\":[1]}")) {
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
                out.write(json.getBytes(StandardCharsets.UTF_8));
            }
            assertThatThrownBy(() -> PackedJson.read(file, Note.class))
                    .as(json)
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("The file note.json.gz of this build cannot be read: ");
        }
    }

    @Test
    void aTreeIsReadUpToALimit() throws IOException {
        Path file = folder.resolve("tree.json.gz");
        ObjectNode tree = JsonNodeFactory.instance.objectNode().put("text", "a".repeat(100_000));
        PackedJson.write(tree, file);
        assertThat(PackedJson.read(file, ObjectNode.class, 200_000)).isEqualTo(tree);
        assertThatThrownBy(() -> PackedJson.read(file, ObjectNode.class, 50_000))
                .isInstanceOf(IOException.class)
                .hasMessage("The file is too large");
        PackedJson.write(List.of(1), file);
        assertThatThrownBy(() -> PackedJson.read(file, ObjectNode.class, 200_000))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("The file tree.json.gz of this build cannot be read: ");
    }

    @Test
    void aFileThatUnpacksToFarTooMuchIsStopped() {
        assertThatThrownBy(() -> new LimitedStream(new ByteArrayInputStream(new byte[100]), 50).readAllBytes())
                .isInstanceOf(IOException.class)
                .hasMessage("The file is too large");
    }
}
