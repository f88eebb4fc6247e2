package io.jenkins.plugins.mlci.plugin.testselector.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitFolderTest {
    @TempDir
    private Path top;

    @Test
    void findsTheRepositoryAboveAFolder() throws IOException {
        Files.createDirectories(top.resolve("ws/.git"));
        Path module = Files.createDirectories(top.resolve("ws/module/sub"));
        assertThat(GitFolder.find(module, top.resolve("ws").toString())).contains(top.resolve("ws"));
    }

    @Test
    void aWorktreeHasAFile() throws IOException {
        Path worktree = Files.createDirectories(top.resolve("tree"));
        Files.writeString(worktree.resolve(".git"), "gitdir: elsewhere");
        assertThat(GitFolder.find(worktree, "")).contains(worktree);
    }

    @Test
    void doesNotLookAboveTheWorkspace() throws IOException {
        Files.createDirectories(top.resolve(".git"));
        Path workspace = Files.createDirectories(top.resolve("ws"));
        assertThat(GitFolder.find(workspace, workspace.toString())).isEmpty();
        assertThat(GitFolder.find(workspace, "")).isEmpty();
        assertThat(GitFolder.find(workspace, "\0not a path")).isEmpty();
        assertThat(GitFolder.find(workspace, "/somewhere/else")).isEmpty();
    }
}
