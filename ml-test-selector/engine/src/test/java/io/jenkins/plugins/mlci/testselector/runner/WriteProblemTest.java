package io.jenkins.plugins.mlci.testselector.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchIOException;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteProblemTest {
    @TempDir
    private Path folder;

    @Test
    void aFileThatStandsWhereTheFolderShouldBe() throws IOException {
        Path taken = Files.writeString(folder.resolve("taken"), "a file");

        assertThat(WriteProblem.whyAll("taken", failure(taken)))
                .isEqualTo("the files for the runner cannot be written to taken (" + taken + " is no folder)");
        assertThat(WriteProblem.inWords(failure(taken.resolve("below")))).startsWith(taken.toString());
    }

    @Test
    void aPathWithoutPermission() {
        assertThat(WriteProblem.inWords(new AccessDeniedException("/locked"))).isEqualTo("no permission for /locked");
    }

    @Test
    void aFolderThatIsGone() {
        assertThat(WriteProblem.inWords(new NoSuchFileException("/gone/x"))).isEqualTo("/gone/x: no such folder");
    }

    @Test
    void whateverElseThereIsToSay() {
        assertThat(WriteProblem.inWords(new IOException("No space left on device")))
                .isEqualTo("No space left on device");
        assertThat(WriteProblem.inWords(new IOException())).isEqualTo("IOException");
    }

    private static IOException failure(Path path) {
        return catchIOException(() -> Files.createDirectories(path));
    }
}
