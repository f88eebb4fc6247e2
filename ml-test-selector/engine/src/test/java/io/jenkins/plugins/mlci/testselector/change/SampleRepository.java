package io.jenkins.plugins.mlci.testselector.change;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.TreeFormatter;

/** A repository in a temporary folder, written file by file and commit by commit. */
final class SampleRepository implements AutoCloseable {
    private static final Instant FIRST = Instant.parse("2026-03-01T10:00:00Z");

    private final Path folder;
    private final Git git;
    private int commits;

    private SampleRepository(Path folder, Git git) {
        this.folder = folder;
        this.git = git;
    }

    static SampleRepository init(Path folder) throws GitAPIException {
        IsolatedSystemReader.install();
        return new SampleRepository(
                folder,
                Git.init()
                        .setDirectory(folder.toFile())
                        .setInitialBranch("main")
                        .call());
    }

    Path folder() {
        return folder;
    }

    Git git() {
        return git;
    }

    SampleRepository write(String path, String text) {
        return write(path, text.getBytes(StandardCharsets.UTF_8));
    }

    SampleRepository write(String path, byte[] bytes) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
            return this;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    SampleRepository delete(String path) {
        try {
            Files.delete(folder.resolve(path));
            return this;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Commits all there is and gives the commit's id. */
    String commit(String message) throws GitAPIException {
        return commit(message, "ann@example.org");
    }

    String commit(String message, String email) throws GitAPIException {
        git.add().addFilepattern(".").call();
        git.add().setUpdate(true).addFilepattern(".").call();
        PersonIdent person = person(email);
        return git.commit()
                .setMessage(message)
                .setAuthor(person)
                .setCommitter(person)
                .setSign(false)
                .call()
                .name();
    }

    /** Commits one empty file under a raw path, as only a forged repository has it, and moves main there. */
    String commitRaw(String name, ObjectId parent) throws IOException {
        try (ObjectInserter inserter = git.getRepository().newObjectInserter()) {
            ObjectId blob = inserter.insert(Constants.OBJ_BLOB, new byte[0]);
            TreeFormatter inner = new TreeFormatter();
            inner.append("f", FileMode.REGULAR_FILE, blob);
            TreeFormatter tree = new TreeFormatter();
            tree.append(name.getBytes(StandardCharsets.ISO_8859_1), FileMode.TREE, inserter.insert(inner));
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(inserter.insert(tree));
            commit.setParentId(parent);
            commit.setAuthor(person("eve@example.org"));
            commit.setCommitter(person("eve@example.org"));
            commit.setMessage("Forge a path");
            ObjectId id = inserter.insert(commit);
            inserter.flush();
            RefUpdate update = git.getRepository().updateRef("refs/heads/main");
            update.setNewObjectId(id);
            update.forceUpdate();
            return id.name();
        }
    }

    private PersonIdent person(String email) {
        commits++;
        return new PersonIdent("Somebody", email, FIRST.plusSeconds(60L * commits), ZoneOffset.UTC);
    }

    @Override
    public void close() {
        git.close();
    }
}
