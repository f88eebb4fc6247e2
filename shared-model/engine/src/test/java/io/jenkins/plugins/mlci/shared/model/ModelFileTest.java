package io.jenkins.plugins.mlci.shared.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {
    @TempDir
    private Path folder;

    private Path path;
    private ModelFile file;

    @BeforeEach
    void create() {
        path = folder.resolve("models/tests.json");
        file = new ModelFile(path);
    }

    private static long seed(ModelFile.Loaded loaded) {
        return loaded.model().provenance().seed();
    }

    @Test
    void nothingSavedIsEmpty() throws IOException {
        assertThat(file.load()).isEmpty();
        assertThat(file.rollBack()).isFalse();
    }

    @Test
    void loadsTheLastSaved() throws IOException {
        file.save(Models.boosted(1));
        file.save(Models.boosted(2));

        ModelFile.Loaded loaded = file.load().orElseThrow();
        assertThat(seed(loaded)).isEqualTo(2);
        assertThat(loaded.problem()).isEmpty();
        try (var files = Files.list(path.getParent())) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void aDamagedFileIsAnsweredWithTheVersionBeforeAndTheReason() throws IOException {
        file.save(Models.boosted(1));
        file.save(Models.boosted(2));
        byte[] json = Files.readAllBytes(path);
        Files.write(path, java.util.Arrays.copyOf(json, json.length / 2));

        ModelFile.Loaded loaded = file.load().orElseThrow();

        assertThat(seed(loaded)).isEqualTo(1);
        assertThat(loaded.problem().orElseThrow()).contains("not valid");
    }

    @Test
    void aDamagedFileNeverPushesTheGoodVersionOut() throws IOException {
        file.save(Models.boosted(1));
        file.save(Models.boosted(2));
        Files.writeString(path, "damaged");

        file.save(Models.boosted(3));

        assertThat(file.rollBack()).isTrue();
        assertThat(seed(file.load().orElseThrow())).isEqualTo(1);
    }

    @Test
    void aMissingFileIsAnsweredWithTheVersionBefore() throws IOException {
        file.save(Models.boosted(1));
        file.save(Models.boosted(2));
        Files.delete(path);

        assertThat(file.load().orElseThrow().problem().orElseThrow()).contains("missing");
    }

    @Test
    void saysSoWhenNeitherVersionCanBeUsed() throws IOException {
        file.save(Models.boosted(1));
        Files.writeString(path, "damaged");
        assertThatThrownBy(file::load).isInstanceOf(ModelFormatException.class);

        Files.writeString(path.resolveSibling("tests.json.previous"), "damaged too");
        assertThatThrownBy(file::load)
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("cannot be used either");
    }
}
