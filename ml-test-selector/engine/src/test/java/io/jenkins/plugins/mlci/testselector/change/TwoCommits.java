package io.jenkins.plugins.mlci.testselector.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.mlci.shared.history.ChangedFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests of reading changes, each in a new repository with two commits to {@code a.txt}. */
abstract class TwoCommits {
    static final ChangeReader READER = new ChangeReader(ChangeLimits.DEFAULT, email -> "p", false);

    @TempDir
    Path temp;

    SampleRepository repository;
    String first;
    String second;

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

    /** Why the change is unknown. */
    String reason(String target, Reference reference) {
        return reason(repository.folder(), target, reference);
    }

    static String reason(Path folder, String target, Reference reference) {
        Change change = READER.read(folder, target, reference);
        assertThat(change).isInstanceOf(Change.Unknown.class);
        return ((Change.Unknown) change).reason();
    }

    /** The files of a change that is known. */
    static List<ChangedFile> files(Change change) {
        assertThat(change).isInstanceOf(Change.Known.class);
        return ((Change.Known) change).changes().files();
    }
}
