package io.jenkins.plugins.mlci.testselector.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.Test;

/** Where a repository may be: in a folder, in a file that points to it, in a linked work tree, bare, or nowhere. */
class RepositoryPlacesTest extends TwoCommits {
    @Test
    void aFolderWithoutARepository() throws IOException {
        Path plain = Files.createDirectory(temp.resolve("plain"));

        assertThat(reason(plain, "HEAD", new Reference.FirstParent())).startsWith("There is no Git repository in ");
        assertThat(reason(temp.resolve("none"), "HEAD", new Reference.FirstParent()))
                .startsWith("There is no Git repository in ");
    }

    @Test
    void aRepositoryAboveIsNotTaken() throws IOException {
        Path below = Files.createDirectories(repository.folder().resolve("below"));

        assertThat(reason(below, "HEAD", new Reference.FirstParent())).startsWith("There is no Git repository in ");
    }

    @Test
    void anUnbornHead() throws Exception {
        try (SampleRepository empty = SampleRepository.init(temp.resolve("empty"))) {
            assertThat(reason(empty.folder(), "HEAD", new Reference.FirstParent()))
                    .isEqualTo("The repository has no commit yet, so there is no change to read.");
        }
    }

    @Test
    void bareRepositoriesAndGitFoldersAreRead() throws Exception {
        Path bare = temp.resolve("bare.git");
        Git.cloneRepository()
                .setURI(repository.folder().toUri().toString())
                .setDirectory(bare.toFile())
                .setBare(true)
                .call()
                .close();

        assertThat(files(READER.read(bare, "HEAD", new Reference.Commit(first))))
                .hasSize(1);
        assertThat(files(READER.read(repository.folder().resolve(".git"), "HEAD", new Reference.FirstParent())))
                .hasSize(1);
        ChangeReader dirty = new ChangeReader(ChangeLimits.DEFAULT, email -> "p", true);
        assertThat(dirty.read(bare, "HEAD", new Reference.Commit(first)))
                .isInstanceOfSatisfying(Change.Unknown.class, unknown -> assertThat(unknown.reason())
                        .contains("bare"));
    }

    @Test
    void aGitFilePointsToTheRepository() throws IOException {
        Path moved = temp.resolve("moved.git");
        Files.move(repository.folder().resolve(".git"), moved);
        Path file = Files.writeString(repository.folder().resolve(".git"), "gitdir: ../moved.git\n");

        assertThat(files(READER.read(repository.folder(), "HEAD", new Reference.Commit(first))))
                .hasSize(1);
        assertThat(files(READER.read(file, "HEAD", new Reference.Commit(first))))
                .hasSize(1);
    }

    @Test
    void aLinkedWorkTreeHasItsOwnHead() throws IOException {
        Path linked = Files.createDirectory(temp.resolve("linked"));
        Path admin = Files.createDirectories(repository.folder().resolve(".git/worktrees/linked"));
        Files.writeString(admin.resolve("HEAD"), first + "\n");
        Files.writeString(admin.resolve("commondir"), "../..\n");
        Files.writeString(admin.resolve("gitdir"), linked.resolve(".git") + "\n");
        Files.writeString(linked.resolve(".git"), "gitdir: " + admin + "\n");

        Change change = READER.read(linked, "HEAD", new Reference.Commit(second));

        assertThat(files(change)).hasSize(1);
        assertThat(((Change.Known) change).changes().toCommit()).isEqualTo(first);
    }
}
