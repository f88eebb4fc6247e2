package io.jenkins.plugins.mlci.plugin.testselector;

import hudson.FilePath;
import hudson.model.Job;
import hudson.model.Node;
import hudson.model.TopLevelItem;
import io.jenkins.plugins.mlci.plugin.shared.store.SharedHistory;
import io.jenkins.plugins.mlci.plugin.testselector.agent.Repositories;
import io.jenkins.plugins.mlci.shared.history.Build;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.BuildRecord;
import io.jenkins.plugins.mlci.shared.history.BuildResult;
import io.jenkins.plugins.mlci.shared.history.ChangeKind;
import io.jenkins.plugins.mlci.shared.history.ChangeSet;
import io.jenkins.plugins.mlci.shared.history.ChangedFile;
import io.jenkins.plugins.mlci.shared.history.Outcome;
import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.shared.history.TestOutcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.api.Git;

/**
 * A small project with a history: classes {@code Part0} to {@code Part19} with a test each. In every second build one of them was
 * changed and its test failed; in the next it was mended.
 */
public final class Shop {
    /** How many classes, and tests, there are. */
    public static final int PARTS = 20;

    /** How many builds are in the history, the last of them numbered so. */
    public static final int BUILDS = 80;

    private final Path repository;
    private final String reference;

    private Shop(Path repository, String reference) {
        this.repository = repository;
        this.reference = reference;
    }

    /** Makes the repository: its first commit is that of the last build, the second changes {@code Part3}. */
    public static Shop create(Path folder) throws Exception {
        try (Git git = Repositories.init(folder)) {
            for (int part = 0; part < PARTS; part++) {
                write(folder.resolve(source(part)), "class Part" + part + " {}\n");
                write(folder.resolve(testSource(part)), "class Part" + part + "Test {}\n");
            }
            git.add().addFilepattern(".").call();
            String reference = Repositories.commit(git, "README.md", "Shop\n", "Begin");
            Repositories.commit(git, source(3), "class Part3 { int changed; }\n", "Change part 3");
            return new Shop(folder, reference);
        }
    }

    /** The commit of the last build in the history. */
    public String reference() {
        return reference;
    }

    /** The folder of the repository. */
    public Path repository() {
        return repository;
    }

    /** Commits another change. */
    public String commit(String path, String text, String message) throws Exception {
        try (Git git = Git.open(repository.toFile())) {
            return Repositories.commit(git, path, text, message);
        }
    }

    /** Puts the work tree into the workspace of a job. */
    public FilePath checkOut(Job<?, ?> job, Node node) throws Exception {
        FilePath workspace = node.getWorkspaceFor((TopLevelItem) job);
        workspace.mkdirs();
        new FilePath(repository.toFile()).copyRecursiveTo("**/*", null, workspace);
        new FilePath(repository.toFile()).child(".git").copyRecursiveTo("**/*", workspace.child(".git"));
        return workspace;
    }

    /** Records the history of a job, and makes its next build the one after. */
    public void remember(Job<?, ?> job) throws Exception {
        remember(job.getFullName());
        job.updateNextBuildNumber(BUILDS + 1);
    }

    /** Records the history of a job by name. */
    public void remember(String job) {
        Instant start = Instant.parse("2026-10-01T00:00:00Z");
        for (int number = 1; number <= BUILDS; number++) {
            int part = number / 2 * 7 % PARTS;
            boolean fails = number % 2 == 1;
            List<TestOutcome> outcomes = new ArrayList<>();
            for (int test = 0; test < PARTS; test++) {
                Outcome outcome = fails && test == part ? Outcome.FAILED : Outcome.PASSED;
                outcomes.add(new TestOutcome(test(test), outcome, 1 + test));
            }
            ChangeSet change = new ChangeSet(
                    commitOf(number - 1),
                    number == BUILDS ? reference : commitOf(number),
                    List.of(new ChangedFile(ChangeKind.MODIFIED, source(part), "", 2, 1)),
                    List.of(),
                    1);
            Build build = new Build(
                    new BuildId(job, number),
                    start.plus(Duration.ofHours(number)),
                    Duration.ofMinutes(5),
                    fails ? BuildResult.UNSTABLE : BuildResult.SUCCESS,
                    "main",
                    change.toCommit());
            SharedHistory.get().open().builds().record(new BuildRecord(build, List.of(change), outcomes));
        }
    }

    /** The test of a part. */
    public static TestId test(int part) {
        return new TestId("", "com.acme.part" + part + ".Part" + part + "Test", "works");
    }

    /** The source of a part. */
    public static String source(int part) {
        return "src/main/java/com/acme/part" + part + "/Part" + part + ".java";
    }

    /** The source of the test of a part. */
    public static String testSource(int part) {
        return "src/test/java/com/acme/part" + part + "/Part" + part + "Test.java";
    }

    /** A JUnit report of all tests, of which some fail. */
    public static String report(Integer... failing) {
        List<Integer> bad = List.of(failing);
        StringBuilder xml = new StringBuilder("<testsuite name=\"shop\" tests=\"" + PARTS + "\">\n");
        for (int part = 0; part < PARTS; part++) {
            xml.append("<testcase classname=\"")
                    .append(test(part).className())
                    .append("\" name=\"works\" time=\"")
                    .append(1 + part)
                    .append("\">")
                    .append(bad.contains(part) ? "<failure message=\"broken\"/>" : "")
                    .append("</testcase>\n");
        }
        return xml.append("</testsuite>\n").toString();
    }

    private static String commitOf(int number) {
        return String.format("%040x", number + 1);
    }

    private static void write(Path file, String text) throws Exception {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
