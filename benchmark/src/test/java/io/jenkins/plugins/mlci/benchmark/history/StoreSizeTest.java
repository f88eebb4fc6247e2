package io.jenkins.plugins.mlci.benchmark.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.mlci.shared.history.BuildRecord;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreSizeTest {
    @Test
    void measuresAStore(@TempDir Path directory) throws IOException {
        StoreSize size = StoreSize.measure(directory, 500, 100);
        assertThat(size.outcomes()).isEqualTo(50_000);
        assertThat(size.bytesPerOutcome()).isBetween(1.0, 10.0);
        assertThat(size.closedBytes()).isLessThan(size.openBytes());
    }

    @Test
    void makesTheSameBuildsFromTheSameSeed() {
        SyntheticBuilds builds = new SyntheticBuilds(20, 7);
        BuildRecord first = builds.next(1);
        assertThat(new SyntheticBuilds(20, 7).next(1)).isEqualTo(first);
        assertThat(builds.next(1)).isNotEqualTo(first);
        assertThat(SyntheticBuilds.renumbered(first, 9).build().id().number()).isEqualTo(9);
        assertThat(SyntheticBuilds.renumbered(first, 9).tests()).isEqualTo(first.tests());
    }
}
