package io.jenkins.plugins.mlci.shared.jenkinshome;

import io.jenkins.plugins.mlci.shared.history.Build;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.BuildRecord;
import io.jenkins.plugins.mlci.shared.history.ChangeSet;
import io.jenkins.plugins.mlci.shared.history.StaleResults;
import io.jenkins.plugins.mlci.shared.history.TestOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Reads the builds of one job, oldest first; remembers of the build before what the next one is compared with. */
final class BuildReader {
    private final Confined confined;
    private final JobFolder job;
    private final ChangeLogs changeLogs;
    private final ImportLimits limits;
    private final Consumer<String> problems;

    private List<TestOutcome> testsBefore = List.of();
    private String commitBefore = "";

    BuildReader(
            Confined confined,
            JobFolder job,
            UnaryOperator<String> pseudonym,
            ImportLimits limits,
            Consumer<String> problems) {
        this.confined = confined;
        this.job = job;
        this.changeLogs = new ChangeLogs(pseudonym, limits);
        this.limits = limits;
        this.problems = problems;
    }

    Optional<ImportedBuild> read(BuildId id, Path folder) {
        Path file = folder.resolve("build.xml");
        if (!confined.holdsFile(file)) {
            problems.accept("Build " + id
                    + " was skipped: it has no build.xml, so it is being written, being deleted or" + " damaged.");
            return Optional.empty();
        }
        try {
            Optional<BuildFacts> facts = BuildXml.read(file, id.number(), limits);
            if (facts.isEmpty()) {
                problems.accept("Build " + id + " was skipped: it has not ended.");
            }
            return facts.map(known -> build(id, folder, known));
        } catch (IOException e) {
            problems.accept("Build " + id + " was skipped: its build.xml cannot be read, " + reason(e) + ".");
            return Optional.empty();
        }
    }

    private ImportedBuild build(BuildId id, Path folder, BuildFacts facts) {
        String branch = job.branch().isEmpty() ? facts.source().branch() : job.branch();
        Build build = new Build(
                id,
                facts.started(),
                facts.duration(),
                facts.result(),
                branch,
                facts.source().commit());
        List<TestOutcome> tests = tests(id, folder);
        StaleResults.Finding staleness = StaleResults.compare(tests, testsBefore);
        List<ChangeSet> changes = changes(id, folder, facts);
        testsBefore = tests.isEmpty() ? testsBefore : tests;
        commitBefore = build.commit().isEmpty() ? commitBefore : build.commit();
        return new ImportedBuild(new BuildRecord(build, changes, tests), staleness);
    }

    private List<TestOutcome> tests(BuildId id, Path folder) {
        Path file = folder.resolve("junitResult.xml");
        if (confined.leadsOut(file)) {
            problems.accept("Build " + id + " was read without its test results: its junitResult.xml is a link out of"
                    + " the given folder or to nowhere.");
        }
        if (!confined.holdsFile(file)) {
            return List.of();
        }
        try {
            return JunitResultXml.read(file, limits);
        } catch (IOException e) {
            problems.accept("Build " + id + " was read without its test results: its junitResult.xml cannot be read, "
                    + reason(e) + ".");
            return List.of();
        }
    }

    private List<ChangeSet> changes(BuildId id, Path folder, BuildFacts facts) {
        List<ChangeSet> changes = new ArrayList<>();
        boolean complete = true;
        for (Path file : changeLogFiles(folder, facts)) {
            if (confined.leadsOut(file)) {
                complete = false;
                problems.accept("Build " + id + " was read without the changes of " + file.getFileName()
                        + ", which is a link out of the given folder or to nowhere.");
                continue;
            }
            try {
                changeLogs.read(file).map(change -> since(change, facts)).ifPresent(changes::add);
            } catch (IOException e) {
                complete = false;
                problems.accept("Build " + id + " was read without the changes of " + file.getFileName()
                        + ", which cannot be read, " + reason(e) + ".");
            }
        }
        String commit = facts.source().commit();
        if (complete && changes.isEmpty() && !commit.isEmpty() && commit.equals(commitBefore)) {
            return List.of(new ChangeSet(commit, commit, List.of(), List.of(), 0));
        }
        return changes;
    }

    /** The log lists what came since the build before, so that build's commit is the reference. */
    private ChangeSet since(ChangeSet change, BuildFacts facts) {
        boolean sameCheckout = change.toCommit().equals(facts.source().commit());
        return sameCheckout && !commitBefore.isEmpty()
                ? new ChangeSet(commitBefore, change.toCommit(), change.files(), change.authors(), change.commits())
                : change;
    }

    private List<Path> changeLogFiles(Path folder, BuildFacts facts) {
        List<Path> files = new ArrayList<>();
        facts.changeLogs().forEach(name -> files.add(folder.resolve(name)));
        if (files.isEmpty()) {
            try {
                confined.list(folder).stream()
                        .filter(file -> String.valueOf(file.getFileName()).matches("changelog[0-9]*\\.xml"))
                        .forEach(files::add);
            } catch (IOException e) {
                problems.accept(
                        "The folder " + Printable.of(folder.toString()) + " cannot be listed, " + reason(e) + ".");
            }
        }
        files.removeIf(file -> !confined.holdsFile(file) && !confined.leadsOut(file));
        return files;
    }

    private static String reason(IOException e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : Printable.of(message);
    }
}
