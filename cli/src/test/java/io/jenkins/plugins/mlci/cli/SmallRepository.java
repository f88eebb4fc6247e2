package io.jenkins.plugins.mlci.cli;

import io.jenkins.plugins.mlci.shared.history.Build;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.BuildRecord;
import io.jenkins.plugins.mlci.shared.history.BuildResult;
import io.jenkins.plugins.mlci.shared.history.ChangeKind;
import io.jenkins.plugins.mlci.shared.history.ChangeSet;
import io.jenkins.plugins.mlci.shared.history.ChangedFile;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import io.jenkins.plugins.mlci.shared.history.Outcome;
import io.jenkins.plugins.mlci.shared.history.StoreLocation;
import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.shared.history.TestOutcome;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;

/** A repository to commit to, and with a history of builds of the job {@code app} when tests are to be selected. */
final class SmallRepository {
    static final int BUILDS = 61;
    static final int TESTS = 12;

    private final Path folder;

    /** Makes one with a first commit. */
    SmallRepository(Path folder) throws IOException, GitAPIException {
        this.folder = Files.createDirectories(folder);
        Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call().close();
        commit("src/main/java/org/example/Part1.java", "Start");
    }

    /** Opens the history that the commands use by default. */
    HistoryStore store() throws IOException {
        CliEnvironment environment = new CliEnvironment(
                folder,
                Map.of(),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                false,
                false,
                Clock.fixed(CliRun.NOW, ZoneOffset.UTC));
        return StoreAccess.open(StoreLocation.embedded(folder.resolve(StoreAccess.DEFAULT)), environment);
    }

    /** Every third build changes a part and breaks its test, the next one mends it. */
    void recordHistory() throws IOException {
        recordHistory(t -> TestId.ofClass("org.example.Part" + t + "Test"));
    }

    /** The same with tests of other names, numbered from 0. */
    void recordHistory(IntFunction<TestId> names) throws IOException {
        String head = head();
        try (HistoryStore store = store()) {
            for (int number = 1; number <= BUILDS; number++) {
                int part = number / 2 % TESTS;
                boolean broken = number % 2 == 0;
                List<TestOutcome> tests = new ArrayList<>();
                for (int t = 0; t < TESTS; t++) {
                    Outcome outcome = broken && t == part ? Outcome.FAILED : Outcome.PASSED;
                    tests.add(new TestOutcome(names.apply(t), outcome, 1 + t));
                }
                String file = "src/main/java/org/example/Part" + part + ".java";
                ChangeSet change = new ChangeSet(
                        "", "", List.of(new ChangedFile(ChangeKind.MODIFIED, file, "", 3, 1)), List.of(), 1);
                store.builds()
                        .record(new BuildRecord(
                                new Build(
                                        new BuildId("app", number),
                                        CliRun.NOW.minusSeconds(3600L * (BUILDS - number)),
                                        Duration.ofMinutes(1),
                                        broken ? BuildResult.UNSTABLE : BuildResult.SUCCESS,
                                        "main",
                                        head),
                                List.of(change),
                                tests));
            }
        }
    }

    private String head() throws IOException {
        try (Git git = Git.open(folder.toFile())) {
            return git.getRepository().resolve("HEAD").name();
        }
    }

    /** Writes a file with the message in it, and commits it. */
    void commit(String path, String message) throws IOException, GitAPIException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, message);
        try (Git git = Git.open(folder.toFile())) {
            git.add().addFilepattern(path).call();
            PersonIdent person = new PersonIdent("Dev", "dev@example.org");
            git.commit()
                    .setMessage(message)
                    .setAuthor(person)
                    .setCommitter(person)
                    .setSign(false)
                    .call();
        }
    }
}
