package io.jenkins.plugins.mlci.plugin.shared.existing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportProgressTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void saysHowFarItIs() {
        ImportProgress begun = ImportProgress.starting(NOON);
        assertThat(begun.getPercent()).isEqualTo(-1);
        assertThat(begun.secondsLeft(NOON)).isEqualTo(-1);

        ImportProgress half = begun.of(200).at("app", 50, 40);
        assertThat(half.getPercent()).isEqualTo(25);
        assertThat(half.secondsLeft(NOON.plusSeconds(100))).isEqualTo(300);
    }

    @Test
    void moreBuildsThanWereCountedAreAllOfThem() {
        assertThat(ImportProgress.starting(NOON).of(2).at("app", 5, 5).getPercent())
                .isEqualTo(100);
    }

    @Test
    void endsWithAReason() {
        ImportProgress failed = ImportProgress.starting(NOON)
                .of(2)
                .at("app", 1, 1)
                .in(ImportProgress.State.FAILED, NOON.plusSeconds(9), "disk full");

        assertThat(failed.isRunning()).isFalse();
        assertThat(failed.job()).isEmpty();
        assertThat(failed.problem()).isEqualTo("disk full");
        assertThat(failed.secondsLeft(NOON)).isEqualTo(-1);
    }

    @Test
    void survivesInItsFile() {
        ProgressFile file = new ProgressFile(folder.resolve("sub/progress.json"));
        assertThat(file.read()).isEqualTo(ImportProgress.NEVER);

        ImportProgress progress = ImportProgress.starting(NOON).of(3).at("a/b", 2, 1);
        file.write(progress);

        assertThat(file.read()).isEqualTo(progress);
    }

    @Test
    void aDamagedFileIsForgotten() throws Exception {
        Path path = folder.resolve("progress.json");
        for (String text : new String[] {"{", "null", "{}", "[1]"}) {
            Files.writeString(path, text);
            assertThat(new ProgressFile(path).read()).as(text).isEqualTo(ImportProgress.NEVER);
        }
    }
}
