package io.jenkins.plugins.mlci.testselector.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.mlci.shared.history.ChangeKind;
import io.jenkins.plugins.mlci.shared.history.ChangedFile;
import java.io.IOException;
import java.nio.file.Files;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Revisions and paths that are forged, strange or none: a reason each, or a change that can be trusted. */
class HostileRepositoriesTest extends TwoCommits {
    private static final String NOWHERE = "0123456789012345678901234567890123456789";

    @Test
    void theFirstCommitHasNoParent() {
        assertThat(reason(first, new Reference.FirstParent())).contains("has no parent to compare with.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                NOWHERE,
                "no-such-branch",
                "HEAD~50",
                "--upload-pack=touch x",
                "a b",
                "HEAD:a.txt",
                "HEAD^{tree}",
                "^^",
                "\n"
            })
    void revisionsThatAreNoCommitHere(String revision) {
        String reason = reason(revision, new Reference.Commit(first));

        assertThat(reason).isNotBlank().endsWith(".").doesNotContain("\n");
        if (!revision.isBlank()) {
            assertThat(reason("HEAD", new Reference.Commit(revision))).isEqualTo(reason);
        }
    }

    @Test
    void aMissingReferenceIsNamed() {
        assertThat(reason("HEAD", new Reference.Commit(NOWHERE)))
                .isEqualTo("The commit \"" + NOWHERE + "\" is not in the repository.");
    }

    @Test
    void uncommittedChangesBelongToHeadOnly() {
        ChangeReader dirty = new ChangeReader(ChangeLimits.DEFAULT, email -> "p", true);

        assertThat(dirty.read(repository.folder(), first, new Reference.Commit(first)))
                .isInstanceOfSatisfying(Change.Unknown.class, unknown -> assertThat(unknown.reason())
                        .contains("belong to HEAD"));
    }

    @Test
    void legalButUglyPathsStayAsTheyAre() throws Exception {
        String ugly = "it's \"a\"\n$(touch x);-rf --.txt";
        repository.write(ugly, "x").commit("Ugly");

        assertThat(files(READER.read(repository.folder(), "HEAD", new Reference.FirstParent())))
                .extracting(ChangedFile::path)
                .containsExactly(ugly);
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", ".", ".git", ".GIT"})
    void pathsThatNoCheckoutAcceptsAreRefused(String name) throws IOException {
        String forged = repository.commitRaw(name, ObjectId.fromString(second));

        assertThat(reason(forged, new Reference.Commit(second)))
                .isEqualTo("The change has the path \"" + name + "/f\", which no checkout accepts.");
    }

    @Test
    void namesThatAreNotUtf8AreReadSomehow() throws IOException {
        String forged = repository.commitRaw("caf\u00e9", ObjectId.fromString(second));

        assertThat(files(READER.read(repository.folder(), forged, new Reference.Commit(second))))
                .extracting(ChangedFile::path)
                .contains("caf\u00e9/f");
        ChangeReader dirty = new ChangeReader(ChangeLimits.DEFAULT, email -> "p", true);
        assertThat(dirty.read(repository.folder(), "HEAD", new Reference.Commit(second)))
                .isInstanceOfSatisfying(Change.Unknown.class, unknown -> assertThat(unknown.reason())
                        .contains("is not UTF-8"));
    }

    @Test
    void aSubmoduleIsAFileWithoutChurn() throws Exception {
        DirCache index = repository.git().getRepository().lockDirCache();
        DirCacheBuilder builder = index.builder();
        builder.keep(0, index.getEntryCount());
        DirCacheEntry entry = new DirCacheEntry("libs/other");
        entry.setFileMode(FileMode.GITLINK);
        entry.setObjectId(ObjectId.fromString(NOWHERE));
        builder.add(entry);
        builder.commit();
        Files.createDirectories(repository.folder().resolve("libs/other"));
        repository.git().commit().setMessage("Add a submodule").setSign(false).call();

        assertThat(files(READER.read(repository.folder(), "HEAD", new Reference.FirstParent())))
                .containsExactly(new ChangedFile(ChangeKind.SUBMODULE, "libs/other", "", -1, -1));
        repository.delete("libs/other").git().rm().addFilepattern("libs/other").call();
        repository.git().commit().setMessage("Take it away").setSign(false).call();
        assertThat(files(READER.read(repository.folder(), "HEAD", new Reference.FirstParent())))
                .containsExactly(new ChangedFile(ChangeKind.SUBMODULE, "libs/other", "", -1, -1));
    }
}
