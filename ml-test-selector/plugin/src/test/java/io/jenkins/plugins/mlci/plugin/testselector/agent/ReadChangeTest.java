package io.jenkins.plugins.mlci.plugin.testselector.agent;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.FilePath;
import io.jenkins.plugins.mlci.shared.history.ChangedFile;
import io.jenkins.plugins.mlci.testselector.change.Change;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadChangeTest {
    @TempDir
    private Path workspace;

    @Test
    void readsWhatChangedSinceACommit() throws Exception {
        try (Git git = Repositories.init(workspace)) {
            String first = Repositories.commit(git, "src/A.java", "a\n", "first");
            String second = Repositories.commit(git, "src/B.java", "b\n", "second [all tests]");
            Change.Known known = known(read(workspace, "", ReferenceSpec.commit(first)));
            assertThat(known.changes().fromCommit()).isEqualTo(first);
            assertThat(known.changes().toCommit()).isEqualTo(second);
            assertThat(known.changes().files()).extracting(ChangedFile::path).containsExactly("src/B.java");
            assertThat(known.messages().get(0).mentions("[all tests]")).isTrue();
        }
    }

    @Test
    void onlyPseudonymsComeOut() throws Exception {
        try (Git git = Repositories.init(workspace)) {
            String first = Repositories.commit(git, "a", "a\n", "first");
            Repositories.commit(git, "b", "b\n", "second");
            Change.Known known = known(ReadChange.in(
                    new FilePath(workspace.toFile()),
                    "",
                    ReferenceSpec.commit(first),
                    person -> "p" + person.length()));
            assertThat(known.changes().authors()).containsExactly("p" + "anna@example.org".length());
            Change.Known without = known(
                    ReadChange.in(new FilePath(workspace.toFile()), "", ReferenceSpec.commit(first), person -> ""));
            assertThat(without.changes().authors()).isEmpty();
        }
    }

    @Test
    void worksInAFolderOfTheRepository() throws Exception {
        try (Git git = Repositories.init(workspace)) {
            Repositories.commit(git, "a", "a\n", "first");
            Repositories.commit(git, "module/b", "b\n", "second");
            Change change =
                    read(workspace.resolve("module"), workspace.toString(), ReferenceSpec.latest(Optional.empty()));
            assertThat(known(change).changes().files())
                    .extracting(ChangedFile::path)
                    .containsExactly("module/b");
        }
    }

    @Test
    void saysWhyAChangeIsNotKnown() throws Exception {
        assertThat(read(workspace, "", ReferenceSpec.commit("abc")))
                .isEqualTo(new Change.Unknown("The workspace holds no Git repository."));
        try (Git git = Repositories.init(workspace)) {
            Repositories.commit(git, "a", "a\n", "first");
            Change change = read(workspace, "", ReferenceSpec.mergeBase("no-such-branch"));
            assertThat(change).isInstanceOf(Change.Unknown.class);
            assertThat(((Change.Unknown) change).reason()).contains("no-such-branch");
        }
    }

    @Test
    void aDamagedRepositoryIsNoException() throws Exception {
        Files.createDirectories(workspace.resolve(".git"));
        Files.writeString(workspace.resolve(".git/HEAD"), "garbage");
        assertThat(read(workspace, "", ReferenceSpec.commit("abc"))).isInstanceOf(Change.Unknown.class);
    }

    private static Change read(Path folder, String top, ReferenceSpec reference) throws Exception {
        return ReadChange.in(new FilePath(folder.toFile()), top, reference, person -> "p");
    }

    private static Change.Known known(Change change) {
        assertThat(change).isInstanceOf(Change.Known.class);
        return (Change.Known) change;
    }
}
