package io.jenkins.plugins.mlci.plugin.testselector.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;

/** Git repositories for tests, made without any {@code git} on the machine. */
public final class Repositories {
    private static final PersonIdent ANNA = new PersonIdent("Anna", "anna@example.org");

    private Repositories() {}

    /** An empty repository on branch main. */
    public static Git init(Path folder) throws GitAPIException {
        return Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call();
    }

    /** Writes a file and commits it; gives the commit's id. */
    public static String commit(Git git, String path, String text, String message) throws IOException, GitAPIException {
        Path file = git.getRepository().getWorkTree().toPath().resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        git.add().addFilepattern(path).call();
        RevCommit commit = git.commit()
                .setMessage(message)
                .setAuthor(ANNA)
                .setCommitter(ANNA)
                .setSign(false)
                .call();
        return commit.getName();
    }
}
