package io.jenkins.plugins.mlci.logscan.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.mlci.logscan.scan.LogScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepeatedScansTest {
    @TempDir
    private Path root;

    @Test
    void everyLogIsScannedTwice() throws IOException {
        Path folder = Files.createDirectories(root.resolve("bugswarm").resolve("a"));
        Files.writeString(folder.resolve("one.log"), "compiling\nsrc/a.c:1:2: error: expected a semicolon\n");
        Files.writeString(folder.resolve("two.log"), "fine\n");
        Files.writeString(folder.resolve("index.csv"), "no log\n");
        int[] steps = new int[1];
        RepeatedScans scans = RepeatedScans.of(root, LogScanner.shipped(), () -> steps[0]++);
        assertThat(scans.logs()).isEqualTo(2);
        assertThat(scans.lines()).isEqualTo(3);
        assertThat(scans.problems()).isEmpty();
        assertThat(steps[0]).isEqualTo(2);
    }

    @Test
    void withoutTheDataSetNothingIsScanned() throws IOException {
        assertThat(RepeatedScans.of(root, LogScanner.shipped(), () -> {}).logs())
                .isZero();
    }
}
