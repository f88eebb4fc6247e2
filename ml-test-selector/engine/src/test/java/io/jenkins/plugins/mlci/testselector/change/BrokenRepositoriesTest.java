package io.jenkins.plugins.mlci.testselector.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.mlci.shared.history.ChangeKind;
import io.jenkins.plugins.mlci.shared.history.ChangedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.Test;

/** Repositories of which a part is missing or broken: a reason each, or a change that can be trusted. */
class BrokenRepositoriesTest extends TwoCommits {
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
}
