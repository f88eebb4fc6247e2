package io.jenkins.plugins.mlci.testselector.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.mlci.shared.history.ChangeKind;
import io.jenkins.plugins.mlci.shared.history.ChangedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Repositories that are cut, broken, forged, huge or none: a reason each, or a change that can be trusted. */
class HostileRepositoriesTest {
    private static final ChangeReader READER = new ChangeReader(ChangeLimits.DEFAULT, email -> "p", false);
    private static final String NOWHERE = "0123456789012345678901234567890123456789";

    @TempDir
    private Path temp;

    private SampleRepository repository;
    private String first;
    private String second;

    @BeforeEach
    void create() throws Exception {
        repository = SampleRepository.init(temp.resolve("work"));
        first = repository.write("a.txt", "a\n").commit("First");
        second = repository.write("a.txt", "b\n").commit("Second");
    }

    @AfterEach
    void close() {
        repository.close();
    }

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
    void aShallowCloneSaysWhatItLacks() throws Exception {
        Path shallow = temp.resolve("shallow");
        Git.cloneRepository()
                .setURI(repository.folder().toUri().toString())
                .setDirectory(shallow.toFile())
                .setDepth(1)
                .call()
                .close();

        assertThat(reason(shallow, "HEAD", new Reference.Commit(first)))
                .contains("is not in the repository. The clone is shallow: fetch more of the history");
        assertThat(reason(shallow, "HEAD", new Reference.FirstParent())).contains("The clone is shallow");
    }

    @Test
    void aShallowCloneThatIsDeepEnoughIsRead() throws Exception {
        repository.write("a.txt", "c\n").commit("Third");
        Path shallow = temp.resolve("shallow");
        Git.cloneRepository()
                .setURI(repository.folder().toUri().toString())
                .setDirectory(shallow.toFile())
                .setDepth(2)
                .call()
                .close();

        Change change = READER.read(shallow, "HEAD", new Reference.Commit(second));

        assertThat(files(change)).containsExactly(new ChangedFile(ChangeKind.MODIFIED, "a.txt", "", 1, 1));
    }

    @Test
    void unrelatedHistoriesHaveNoMergeBase() throws Exception {
        repository.git().checkout().setOrphan(true).setName("orphan").call();
        repository.write("b.txt", "b").commit("Another beginning");

        assertThat(reason("HEAD", new Reference.MergeBase("main"))).contains("have no common ancestor here.");
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

    @Test
    void uncommittedChangesBelongToHeadOnly() {
        ChangeReader dirty = new ChangeReader(ChangeLimits.DEFAULT, email -> "p", true);

        assertThat(dirty.read(repository.folder(), first, new Reference.Commit(first)))
                .isInstanceOfSatisfying(Change.Unknown.class, unknown -> assertThat(unknown.reason())
                        .contains("belong to HEAD"));
    }

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

    @Test
    void missingContentsCostTheChurnButNotTheChange() throws Exception {
        repository.write("a.txt", "c\n").commit("Third");
        deleteObject(repository.git().getRepository().resolve("HEAD:a.txt"));

        assertThat(files(READER.read(repository.folder(), "HEAD", new Reference.FirstParent())))
                .containsExactly(new ChangedFile(ChangeKind.MODIFIED, "a.txt", "", -1, -1));
    }

    @Test
    void aMissingTreeMakesTheChangeUnknown() throws Exception {
        deleteObject(repository.git().getRepository().resolve("HEAD^{tree}"));

        assertThat(reason("HEAD", new Reference.Commit(first))).contains("cloned only in part");
    }

    @Test
    void aBrokenConfigurationMakesTheChangeUnknown() throws IOException {
        Files.writeString(repository.folder().resolve(".git/config"), "[core\nbroken = = [");

        assertThat(reason("HEAD", new Reference.Commit(first))).startsWith("The change could not be read");
    }

    @Test
    void aBrokenHeadMakesTheChangeUnknown() throws IOException {
        Files.writeString(repository.folder().resolve(".git/HEAD"), "nonsense");

        assertThat(reason("HEAD", new Reference.Commit(first))).isNotBlank();
    }

    private void deleteObject(ObjectId id) throws IOException {
        String name = id.name();
        Path objects = repository.folder().resolve(".git/objects");
        Files.delete(objects.resolve(name.substring(0, 2)).resolve(name.substring(2)));
    }

    private String reason(String target, Reference reference) {
        return reason(repository.folder(), target, reference);
    }

    private static String reason(Path folder, String target, Reference reference) {
        Change change = READER.read(folder, target, reference);
        assertThat(change).isInstanceOf(Change.Unknown.class);
        return ((Change.Unknown) change).reason();
    }

    private static List<ChangedFile> files(Change change) {
        assertThat(change).isInstanceOf(Change.Known.class);
        return ((Change.Known) change).changes().files();
    }
}
