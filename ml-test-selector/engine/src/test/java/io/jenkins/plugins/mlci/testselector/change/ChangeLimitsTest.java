package io.jenkins.plugins.mlci.testselector.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.mlci.shared.history.ChangeKind;
import io.jenkins.plugins.mlci.shared.history.ChangedFile;
import org.junit.jupiter.api.Test;

/** What is huge is cut, and said to be. */
class ChangeLimitsTest extends TwoCommits {
    @Test
    void aHugeChangeIsCutAndFlagged() throws Exception {
        for (int i = 0; i < 12; i++) {
            repository.write("many/" + i + ".txt", "x" + i);
        }
        repository.commit("Many");
        ChangeReader tight = new ChangeReader(new ChangeLimits(10, 400, 1000, 100, 100), email -> "p", false);

        Change change = tight.read(repository.folder(), "HEAD", new Reference.FirstParent());

        assertThat(change).isInstanceOfSatisfying(Change.Known.class, known -> {
            assertThat(known.truncated()).isTrue();
            assertThat(known.changes().files()).hasSize(10);
        });
    }

    @Test
    void manyUncommittedFilesAreCutAndFlagged() {
        for (int i = 0; i < 12; i++) {
            repository.write("many/" + i + ".txt", "x" + i);
        }
        ChangeReader tight = new ChangeReader(new ChangeLimits(10, 400, 1000, 100, 100), email -> "p", true);

        assertThat(tight.read(repository.folder(), "HEAD", new Reference.FirstParent()))
                .isInstanceOfSatisfying(Change.Known.class, known -> assertThat(known.truncated())
                        .isTrue());
    }

    @Test
    void aLargeFileHasNoChurn() throws Exception {
        repository.write("large.txt", "line\n".repeat(1000)).commit("Large");
        ChangeReader tight = new ChangeReader(new ChangeLimits(10, 400, 1000, 100, 100), email -> "p", false);

        assertThat(files(tight.read(repository.folder(), "HEAD", new Reference.FirstParent())))
                .containsExactly(new ChangedFile(ChangeKind.ADDED, "large.txt", "", -1, -1));
    }

    @Test
    void aLongMessageIsCut() throws Exception {
        repository.write("b.txt", "b").commit("s".repeat(500) + "\n\n" + "b".repeat(500));
        ChangeReader tight = new ChangeReader(new ChangeLimits(10, 400, 1000, 100, 100), email -> "p", false);

        Change.Known change = (Change.Known) tight.read(repository.folder(), "HEAD", new Reference.FirstParent());

        assertThat(change.messages().get(0).subject()).hasSize(100);
        assertThat(change.messages().get(0).body()).hasSize(100);
    }
}
