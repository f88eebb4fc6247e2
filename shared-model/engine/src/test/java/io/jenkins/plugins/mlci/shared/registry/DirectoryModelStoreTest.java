package io.jenkins.plugins.mlci.shared.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryModelStoreTest extends ModelStoreContract {
    @TempDir
    private Path folder;

    @Override
    protected ModelStore store() {
        return new DirectoryModelStore(folder.resolve("models"));
    }

    private ModelVersion insert() throws IOException {
        return store().insert("tests", Scope.controller(), Instant.EPOCH, "new", new byte[] {1});
    }

    private Path index() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.endsWith("index.json")).findFirst().orElseThrow();
        }
    }

    @Test
    void anotherStoreOverTheSameFolderSeesTheSame() throws IOException {
        ModelVersion version = insert();

        assertThat(store().list("tests", Scope.controller())).containsExactly(version);
        assertThat(store().read(version)).containsExactly(1);
    }

    @Test
    void contentWithoutAnIndexEntryDoesNotCount() throws IOException {
        insert();
        Files.write(index().resolveSibling("model-2.json"), new byte[] {9});

        assertThat(store().list("tests", Scope.controller())).hasSize(1);
        assertThat(insert().number()).isEqualTo(2);
    }

    @Test
    void aDamagedIndexIsNamedAndNotOverwritten() throws IOException {
        insert();
        Files.writeString(index(), "{\"lastNumber\":1,\"entries\":[{\"number\":0}]}");

        assertThatThrownBy(this::insert).isInstanceOf(IOException.class).hasMessageContaining("is damaged");
        assertThat(index()).content().contains("\"number\":0");
    }
}
