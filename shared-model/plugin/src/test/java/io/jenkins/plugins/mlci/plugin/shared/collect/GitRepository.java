package io.jenkins.plugins.mlci.plugin.shared.collect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;

/** A repository to build from. */
final class GitRepository implements AutoCloseable {
    private final Path folder;
    private final Git git;

    GitRepository(Path folder) throws GitAPIException {
        this.folder = folder;
        this.git = Git.init()
                .setDirectory(folder.toFile())
                .setInitialBranch("main")
                .call();
    }

    String url() {
        return folder.toUri().toString();
    }

    /** Commits one file and says the commit's id. */
    String commit(String path, String content, String mail) throws GitAPIException {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.resolveSibling("."));
            Files.writeString(file, content);
            git.add().addFilepattern(path).call();
            PersonIdent person = new PersonIdent("Jane Roe", mail);
            return git.commit()
                    .setMessage("Change " + path)
                    .setAuthor(person)
                    .setCommitter(person)
                    .setSign(false)
                    .call()
                    .getName();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void branch(String name) throws GitAPIException {
        git.checkout().setCreateBranch(true).setName(name).call();
    }

    @Override
    public void close() {
        git.close();
    }
}
