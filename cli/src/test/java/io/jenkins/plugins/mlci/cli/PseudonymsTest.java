package io.jenkins.plugins.mlci.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PseudonymsTest {
    @TempDir
    private Path folder;

    @Test
    void agreesWithAnotherImplementationOfHmac() {
        // printf jane@example.org | openssl dgst -sha256 -hmac 0123456789abcdef
        assertThat(Pseudonyms.ofVariable("0123456789abcdef").apply(" Jane@Example.org "))
                .isEqualTo("1542ec2f22be1b6b0a8683afc8a7160b");
    }

    @Test
    void makesAKeyOnceAndKeepsIt() throws IOException {
        Path file = folder.resolve("new/history.key");
        String first = Pseudonyms.ofFile(file).apply("jane@example.org");
        assertThat(first).hasSize(32).isEqualTo(Pseudonyms.ofFile(file).apply("jane@example.org"));
        assertThat(first)
                .isNotEqualTo(Pseudonyms.ofFile(folder.resolve("other.key")).apply("jane@example.org"));
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void refusesADamagedKeyInsteadOfMakingStrangers() throws IOException {
        Path file = Files.writeString(folder.resolve("key"), "abc");
        assertThatThrownBy(() -> Pseudonyms.ofFile(file)).hasMessageContaining("damaged; restore it");
    }

    @Test
    void refusesAShortKey() {
        assertThatThrownBy(() -> Pseudonyms.ofVariable("short")).hasMessageContaining("at least 16 characters");
    }
}
