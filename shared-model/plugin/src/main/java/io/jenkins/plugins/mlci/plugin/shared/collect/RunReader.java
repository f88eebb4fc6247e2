package io.jenkins.plugins.mlci.plugin.shared.collect;

import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.mlci.plugin.shared.jenkins.JenkinsFacade;
import io.jenkins.plugins.mlci.plugin.shared.people.People;
import io.jenkins.plugins.mlci.shared.history.Build;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.BuildRecord;
import io.jenkins.plugins.mlci.shared.history.BuildResult;
import io.jenkins.plugins.mlci.shared.history.ChangeSet;
import io.jenkins.plugins.mlci.shared.history.StaleResults;
import io.jenkins.plugins.mlci.shared.history.TestOutcome;
import io.jenkins.plugins.mlci.shared.jenkinshome.ImportedBuild;
import io.jenkins.plugins.mlci.shared.jenkinshome.MergedOutcomes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads a finished build of any kind of job into what the history keeps of it. */
final class RunReader {
    /** Farther back nothing is searched for a build with tests or a commit to compare with. */
    private static final int LOOK_BACK = 10;

    private final JenkinsFacade jenkins;
    private final People people;
    private final ChangeLogReader changeLogs;

    RunReader(JenkinsFacade jenkins, People people) {
        this.jenkins = jenkins;
        this.people = people;
        this.changeLogs = new ChangeLogReader(jenkins);
    }

    /** The build; empty while it has not ended. */
    Optional<ImportedBuild> read(Run<?, ?> run) {
        Result result = run.getResult();
        if (result == null || run.isBuilding()) {
            return Optional.empty();
        }
        Checkout checkout = checkout(run);
        long started = run.getStartTimeInMillis() > 0 ? run.getStartTimeInMillis() : run.getTimeInMillis();
        Build build = new Build(
                new BuildId(run.getParent().getFullName(), run.getNumber()),
                Instant.ofEpochMilli(started),
                Duration.ofMillis(Math.max(0, run.getDuration())),
                result(result),
                checkout.branch(),
                checkout.commit());
        List<TestOutcome> tests = tests(run);
        StaleResults.Finding staleness = StaleResults.compare(tests, tests.isEmpty() ? List.of() : testsBefore(run));
        return Optional.of(
                new ImportedBuild(new BuildRecord(build, changes(run, checkout.commit()), tests), staleness));
    }

    List<TestOutcome> tests(Run<?, ?> run) {
        MergedOutcomes outcomes = new MergedOutcomes();
        for (TestOutcomeSource source : jenkins.all(TestOutcomeSource.class)) {
            source.outcomes(run).forEach(outcomes::add);
        }
        return outcomes.toList();
    }

    private List<TestOutcome> testsBefore(Run<?, ?> run) {
        Run<?, ?> before = run.getPreviousBuild();
        for (int i = 0; i < LOOK_BACK && before != null; i++) {
            List<TestOutcome> tests = tests(before);
            if (!tests.isEmpty()) {
                return tests;
            }
            before = before.getPreviousBuild();
        }
        return List.of();
    }

    List<ChangeSet> changes(Run<?, ?> run, String commit) {
        for (ChangeSource source : jenkins.all(ChangeSource.class)) {
            List<ChangeSet> changes = source.changes(run);
            if (!changes.isEmpty()) {
                return changes;
            }
        }
        String commitBefore = commit.isEmpty() ? "" : commitBefore(run);
        List<ChangeSet> changes = changeLogs.read(run, people.pseudonyms());
        if (changes.isEmpty() && !commit.isEmpty() && commit.equals(commitBefore)) {
            return List.of(new ChangeSet(commit, commit, List.of(), List.of(), 0));
        }
        return changes.stream()
                .map(change -> since(change, commit, commitBefore))
                .toList();
    }

    /** The log lists what came since the build before, so that build's commit is the reference. */
    private static ChangeSet since(ChangeSet change, String commit, String commitBefore) {
        return change.toCommit().equals(commit) && !commitBefore.isEmpty()
                ? new ChangeSet(commitBefore, commit, change.files(), change.authors(), change.commits())
                : change;
    }

    private String commitBefore(Run<?, ?> run) {
        Run<?, ?> before = run.getPreviousBuild();
        for (int i = 0; i < LOOK_BACK && before != null; i++) {
            String commit = checkout(before).commit();
            if (!commit.isEmpty()) {
                return commit;
            }
            before = before.getPreviousBuild();
        }
        return "";
    }

    Checkout checkout(Run<?, ?> run) {
        Checkout known = Checkout.UNKNOWN;
        for (CheckoutSource source : jenkins.all(CheckoutSource.class)) {
            known = known.or(source.checkout(run));
        }
        return known;
    }

    private static BuildResult result(Result result) {
        if (result.equals(Result.SUCCESS)) {
            return BuildResult.SUCCESS;
        }
        if (result.equals(Result.UNSTABLE)) {
            return BuildResult.UNSTABLE;
        }
        if (result.equals(Result.FAILURE)) {
            return BuildResult.FAILURE;
        }
        return result.equals(Result.NOT_BUILT) ? BuildResult.NOT_BUILT : BuildResult.ABORTED;
    }
}
