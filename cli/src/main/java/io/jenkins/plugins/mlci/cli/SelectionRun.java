package io.jenkins.plugins.mlci.cli;

import io.jenkins.plugins.mlci.shared.history.BuildQuery;
import io.jenkins.plugins.mlci.shared.history.BuildRecord;
import io.jenkins.plugins.mlci.shared.history.ChangeSet;
import io.jenkins.plugins.mlci.shared.history.HistoryException;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.shared.history.TestOutcome;
import io.jenkins.plugins.mlci.testselector.change.Change;
import io.jenkins.plugins.mlci.testselector.selection.TestSelection;
import io.jenkins.plugins.mlci.testselector.selection.TestSelector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a job's history and the change, and selects. Whatever goes wrong on the way, the answer is that all tests run, with
 * the reason: a selection must never cost somebody a build.
 */
final class SelectionRun {
    /** Older builds teach little and cost time at every selection. */
    private static final int NEWEST_BUILDS = 1000;

    /** A test that did not run in so many builds with tests is taken for gone. */
    private static final int BUILDS_OF_LIVING_TESTS = 5;

    private static final long SEED = 7;

    /**
     * What came out.
     *
     * @param job whose history was used
     * @param selector with what it learned; null when nothing could be read
     * @param changes what changed; empty when unknown
     * @param tests the tests that are known to exist
     * @param selection the decision
     */
    record Result(
            String job, TestSelector selector, List<ChangeSet> changes, List<TestId> tests, TestSelection selection) {}

    private final CommandContext context;
    private final BuildOptions build;
    private final ChangeOptions change;
    private final PolicyOptions policy;

    SelectionRun(CommandContext context, BuildOptions build, ChangeOptions change, PolicyOptions policy) {
        this.context = context;
        this.build = build;
        this.change = change;
        this.policy = policy;
    }

    Result run() {
        Path repository = change.repository(context);
        String job = build.job(context, repository);
        policy.policy();
        policy.rules();
        try (HistoryStore store = context.openExistingStore()) {
            List<BuildRecord> builds = store.builds()
                    .read(BuildQuery.of(job).newest(NEWEST_BUILDS))
                    .toList();
            if (builds.isEmpty()) {
                return everything(job, "the history has no builds of job " + job + " (it has " + jobs(store) + ")");
            }
            return select(job, builds);
        } catch (HistoryException | IOException e) {
            return everything(job, "the history cannot be read: " + e.getMessage());
        } catch (CommandException e) {
            if (e.exitCode() == ExitCode.USAGE) {
                throw e;
            }
            return everything(job, e.getMessage());
        }
    }

    private Result select(String job, List<BuildRecord> builds) throws IOException {
        TestSelector selector = new TestSelector(SEED);
        try (Progress progress = context.progress("Learning from builds", builds.size())) {
            for (BuildRecord record : builds) {
                selector.observe(record);
                progress.step();
            }
        }
        List<TestId> tests = living(builds);
        Optional<String> latest = builds.stream()
                .map(record -> record.build().commit())
                .filter(commit -> !commit.isEmpty())
                .reduce((older, newer) -> newer);
        Change read = change.read(context, latest, context.pseudonyms());
        List<ChangeSet> changes = List.of();
        String unknown = "";
        if (read instanceof Change.Known known && !known.truncated()) {
            changes = List.of(known.changes());
            if (known.messages().stream().anyMatch(message -> message.mentions("[all tests]"))) {
                unknown = "a commit message asks for it ([all tests])";
            }
        } else {
            unknown = read instanceof Change.Unknown why ? why.reason() : "the change is too large to be read whole";
        }
        TestSelection selection = selector.select(changes, tests, policy.policy(), policy.rules());
        if (!unknown.isEmpty()) {
            selection = selection.everything(unknown);
        }
        return new Result(job, selector, changes, tests, selection);
    }

    private static List<TestId> living(List<BuildRecord> builds) {
        Set<TestId> tests = new LinkedHashSet<>();
        int seen = 0;
        for (int i = builds.size() - 1; i >= 0 && seen < BUILDS_OF_LIVING_TESTS; i--) {
            List<TestOutcome> outcomes = builds.get(i).tests();
            seen += outcomes.isEmpty() ? 0 : 1;
            outcomes.forEach(outcome -> tests.add(outcome.test()));
        }
        return new ArrayList<>(tests);
    }

    private static String jobs(HistoryStore store) {
        List<String> names = store.jobs().names();
        return names.isEmpty() ? "none" : String.join(", ", names.subList(0, Math.min(5, names.size())));
    }

    private static Result everything(String job, String reason) {
        TestSelection all = new TestSelection(List.of(), true, reason, Double.NaN, Double.NaN, 0);
        return new Result(job, null, List.of(), List.of(), all);
    }
}
