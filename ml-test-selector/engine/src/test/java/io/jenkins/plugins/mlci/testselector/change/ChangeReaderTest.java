package io.jenkins.plugins.mlci.testselector.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.mlci.shared.history.ChangeKind;
import io.jenkins.plugins.mlci.shared.history.ChangeSet;
import io.jenkins.plugins.mlci.shared.history.ChangedFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangeReaderTest {
    private static final ChangeReader READER =
            new ChangeReader(ChangeLimits.DEFAULT, email -> "p" + email.length(), false);
    private static final String TEXT = "one\ntwo\nthree\nfour\nfive\nsix\n";

    @TempDir
    private Path temp;

    private SampleRepository repository;
    private String first;

    @BeforeEach
    void create() throws Exception {
        repository = SampleRepository.init(temp.resolve("work"));
        first = repository
                .write("keep.txt", TEXT)
                .write("old/name.txt", TEXT)
                .write("gone.txt", "a\nb\n")
                .commit("Start");
    }

    @AfterEach
    void close() {
        repository.close();
    }

    @Test
    void readsEveryKindOfChangeWithItsChurn() throws Exception {
        String second = repository
                .write("keep.txt", "one\n2\nthree\nfour\nfive\nsix\nseven\n")
                .delete("gone.txt")
                .delete("old/name.txt")
                .write("new/name.txt", TEXT + "more\n")
                .write("added.txt", "x\ny\nz")
                .write("image.png", new byte[] {0, 1, 2, 3})
                .commit("Change");

        assertThat(known(new Reference.Commit(first)))
                .isEqualTo(new ChangeSet(
                        first,
                        second,
                        List.of(
                                new ChangedFile(ChangeKind.ADDED, "added.txt", "", 3, 0),
                                new ChangedFile(ChangeKind.DELETED, "gone.txt", "", 0, 2),
                                new ChangedFile(ChangeKind.ADDED, "image.png", "", -1, -1),
                                new ChangedFile(ChangeKind.MODIFIED, "keep.txt", "", 2, 1),
                                new ChangedFile(ChangeKind.RENAMED, "new/name.txt", "old/name.txt", 1, 0)),
                        List.of("p15"),
                        1));
    }

    @Test
    void theSameCommitIsNoChange() {
        ChangeSet changes = known(new Reference.Commit("HEAD"));

        assertThat(changes.files()).isEmpty();
        assertThat(changes.commits()).isZero();
        assertThat(changes.fromCommit()).isEqualTo(changes.toCommit()).isEqualTo(first);
    }

    @Test
    void firstParentIsWhatTheLastCommitBrought() throws Exception {
        repository.write("a.txt", "a").commit("Second");
        repository.write("b.txt", "b").commit("Third");

        assertThat(known(new Reference.FirstParent()).files())
                .extracting(ChangedFile::path)
                .containsExactly("b.txt");
    }

    @Test
    void mergeBaseLeavesOutWhatTheBranchGotMeanwhile() throws Exception {
        Git git = repository.git();
        git.checkout().setCreateBranch(true).setName("feature").call();
        repository.write("feature.txt", "f").commit("Feature", "bob@example.org");
        git.checkout().setName("main").call();
        repository.write("main.txt", "m").commit("Meanwhile");

        Change change = READER.read(repository.folder(), "feature", new Reference.MergeBase("main"));

        assertThat(change).isInstanceOfSatisfying(Change.Known.class, known -> {
            assertThat(known.changes().files()).extracting(ChangedFile::path).containsExactly("feature.txt");
            assertThat(known.changes().fromCommit()).isEqualTo(first);
            assertThat(known.changes().commits()).isEqualTo(1);
        });
    }

    @Test
    void mergeBasePrefersTheRemoteBranch() throws Exception {
        repository.git().branchCreate().setName("stale").call();
        String upstream = repository.write("a.txt", "a").commit("Upstream");
        RefUpdate update = repository.git().getRepository().updateRef("refs/remotes/origin/stale");
        update.setNewObjectId(ObjectId.fromString(upstream));
        update.update();
        repository.write("b.txt", "b").commit("Mine");

        assertThat(known(new Reference.MergeBase("stale")).files())
                .extracting(ChangedFile::path)
                .containsExactly("b.txt");
    }

    @Test
    void authorsAreOnlyEverPseudonyms() throws Exception {
        repository.write("a.txt", "a").commit("By Bob", "BOB@example.org");
        repository.write("b.txt", "b").commit("By Ann");
        repository.write("c.txt", "c").commit("By Bob again", "bob@example.org");
        ChangeReader shouting = new ChangeReader(
                ChangeLimits.DEFAULT, email -> email.substring(0, 3).toUpperCase(Locale.ROOT), false);

        Change change = shouting.read(repository.folder(), ChangeReader.HEAD, new Reference.Commit(first));

        assertThat(((Change.Known) change).changes().authors()).containsExactly("BOB", "ANN");
        assertThat(change.toString()).doesNotContain("example.org").doesNotContain("Somebody");
    }

    @Test
    void messagesComeNewestFirst() throws Exception {
        repository.write("a.txt", "a").commit("Fix the cart\n\nIt lost items. [All Tests]\nReally.");
        repository.write("b.txt", "b").commit("Tidy");

        Change.Known change =
                (Change.Known) READER.read(repository.folder(), ChangeReader.HEAD, new Reference.Commit(first));

        assertThat(change.messages()).extracting(CommitMessage::subject).containsExactly("Tidy", "Fix the cart");
        assertThat(change.messages().get(1).body()).isEqualTo("It lost items. [All Tests]\nReally.");
        assertThat(change.messages().get(1).mentions("[all tests]")).isTrue();
        assertThat(change.messages().get(0).mentions("[all tests]")).isFalse();
    }

    @Test
    void aReferenceThatIsNoAncestorIsComparedAllTheSame() throws Exception {
        Git git = repository.git();
        String abandoned = repository.write("a.txt", "a").commit("Abandoned");
        git.checkout()
                .setCreateBranch(true)
                .setName("forced")
                .setStartPoint(first)
                .call();
        repository.write("b.txt", "b").commit("Forced");

        assertThat(known(new Reference.Commit(abandoned)).files())
                .extracting(file -> file.kind() + " " + file.path())
                .containsExactly("DELETED a.txt", "ADDED b.txt");
    }

    @Test
    void uncommittedChangesCountWhereAskedFor() throws Exception {
        repository.write(".gitignore", "*.log\n").commit("Ignore logs");
        repository
                .write("keep.txt", TEXT + "new\n")
                .write("untracked.txt", "u\n")
                .write("x.log", "noise")
                .delete("gone.txt");
        ChangeReader dirty = new ChangeReader(ChangeLimits.DEFAULT, email -> email, true);

        Change change = dirty.read(repository.folder(), ChangeReader.HEAD, new Reference.Commit(first));

        assertThat(((Change.Known) change).changes().files())
                .containsExactly(
                        new ChangedFile(ChangeKind.ADDED, ".gitignore", "", 1, 0),
                        new ChangedFile(ChangeKind.DELETED, "gone.txt", "", 0, 2),
                        new ChangedFile(ChangeKind.MODIFIED, "keep.txt", "", 1, 0),
                        new ChangedFile(ChangeKind.ADDED, "untracked.txt", "", 1, 0));
        assertThat(known(new Reference.Commit(first)).files()).hasSize(1);
    }

    @Test
    void filterCommandsOfTheRepositoryAreNotRun() throws Exception {
        Path trace = temp.resolve("ran");
        repository.write(".gitattributes", "*.txt filter=evil\n").commit("Ask for a filter");
        var config = repository.git().getRepository().getConfig();
        config.setString("filter", "evil", "clean", "touch " + trace + "; cat");
        config.save();
        repository.write("keep.txt", TEXT.replace("one", "eno"));
        ChangeReader dirty = new ChangeReader(ChangeLimits.DEFAULT, email -> email, true);

        Change change = dirty.read(repository.folder(), ChangeReader.HEAD, new Reference.Commit(first));

        assertThat(change).isInstanceOf(Change.Known.class);
        assertThat(trace).doesNotExist();
    }

    @Test
    void nothingIsWrittenIntoTheRepository() throws Exception {
        repository.write("a.txt", "a").commit("Second");
        var before = listing(repository.folder());
        ChangeReader dirty = new ChangeReader(ChangeLimits.DEFAULT, email -> email, true);

        READER.read(repository.folder(), ChangeReader.HEAD, new Reference.Commit(first));
        dirty.read(repository.folder(), ChangeReader.HEAD, new Reference.Commit(first));

        assertThat(listing(repository.folder())).isEqualTo(before);
    }

    @Test
    void theClockOfTheFileSystemIsNotMeasuredInTheRepository() {
        known(new Reference.Commit(first));

        assertThat(FS.getFileStoreAttributes(repository.folder()).getFsTimestampResolution())
                .isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void theConfigurationOfTheUserIsNotRead() throws Exception {
        known(new Reference.Commit(first));

        assertThat(SystemReader.getInstance().getUserConfig().getSections()).isEmpty();
        assertThat(SystemReader.getInstance().getSystemConfig().getSections()).isEmpty();
        assertThat(SystemReader.getInstance().getenv("PATH")).isNull();
    }

    @Test
    void aCleanWorkTreeHasOnlyWhatIsCommitted() {
        ChangeReader dirty = new ChangeReader(ChangeLimits.DEFAULT, email -> email, true);

        Change change = dirty.read(repository.folder(), ChangeReader.HEAD, new Reference.Commit(first));

        assertThat(((Change.Known) change).changes().files()).isEmpty();
    }

    @Test
    void stagedFilesAndFilesTakenBackCountAsTheyAreOnDisk() throws Exception {
        repository.write("keep.txt", "changed\n").commit("Change");
        repository.write("keep.txt", TEXT).write("staged.txt", "s\n");
        repository.git().add().addFilepattern("staged.txt").call();
        ChangeReader dirty = new ChangeReader(ChangeLimits.DEFAULT, email -> email, true);

        Change change = dirty.read(repository.folder(), ChangeReader.HEAD, new Reference.Commit(first));

        assertThat(((Change.Known) change).changes().files())
                .containsExactly(new ChangedFile(ChangeKind.ADDED, "staged.txt", "", 1, 0));
    }

    private static List<String> listing(Path folder) throws Exception {
        try (var files = Files.walk(folder)) {
            List<String> lines = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                lines.add(file + " " + Files.getLastModifiedTime(file));
            }
            return lines;
        }
    }

    private ChangeSet known(Reference reference) {
        Change change = READER.read(repository.folder(), ChangeReader.HEAD, reference);
        assertThat(change).isInstanceOf(Change.Known.class);
        return ((Change.Known) change).changes();
    }
}
