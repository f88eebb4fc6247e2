package io.jenkins.plugins.mlci.plugin.testselector.step;

import hudson.FilePath;
import hudson.model.Run;
import io.jenkins.plugins.mlci.plugin.shared.build.BuildConsole;
import io.jenkins.plugins.mlci.plugin.testselector.agent.ReadChange;
import io.jenkins.plugins.mlci.plugin.testselector.agent.ReadReports;
import io.jenkins.plugins.mlci.plugin.testselector.agent.ReferenceSpec;
import io.jenkins.plugins.mlci.plugin.testselector.page.SelectionAction;
import io.jenkins.plugins.mlci.plugin.testselector.report.Numbers;
import io.jenkins.plugins.mlci.plugin.testselector.report.RecordedTests;
import io.jenkins.plugins.mlci.plugin.testselector.store.Histories;
import io.jenkins.plugins.mlci.shared.history.ChangeSet;
import io.jenkins.plugins.mlci.shared.history.TestOutcome;
import io.jenkins.plugins.mlci.testselector.change.Change;
import io.jenkins.plugins.mlci.testselector.results.Level;
import io.jenkins.plugins.mlci.testselector.service.SelectionService;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;

/** Reads the test reports of a workspace and keeps them with the build; never fails it. */
final class Recording {
    private static final Logger LOGGER = Logger.getLogger(Recording.class.getName());

    private final Run<?, ?> run;
    private final FilePath folder;
    private final String top;
    private final BuildConsole console;

    Recording(Run<?, ?> run, FilePath folder, String top, BuildConsole console) {
        this.run = run;
        this.folder = folder;
        this.top = top;
        this.console = console;
    }

    void record(String patterns, String level) throws InterruptedException {
        try {
            tryRecord(patterns, level);
        } catch (IOException | RuntimeException | LinkageError e) {
            LOGGER.log(java.util.logging.Level.WARNING, "Tests could not be recorded for " + run, e);
            console.say("The tests were not recorded: " + e.getMessage() + ".");
        }
    }

    private void tryRecord(String patterns, String level) throws IOException, InterruptedException {
        long age = Math.max(0, System.currentTimeMillis() - run.getStartTimeInMillis());
        ReadReports.Found found = ReadReports.in(folder, patterns, levelOf(level), age);
        console.remarks(found.problems());
        List<TestOutcome> outcomes = joined(found.outcomes());
        new RecordedTests(RecordedTests.FORMAT, changes(), outcomes)
                .write(run.getRootDir().toPath());
        long failed = found.outcomes().stream()
                .filter(outcome -> outcome.outcome().isFailure())
                .count();
        console.say("Recorded " + Numbers.of(found.outcomes().size(), "test") + ", "
                + (failed == 0 ? "none" : Numbers.count(failed)) + " failed.");
    }

    /** Several calls in one build add up; a test that is reported again has the later outcome. */
    private List<TestOutcome> joined(List<TestOutcome> newer) {
        Map<Object, TestOutcome> outcomes = new LinkedHashMap<>();
        try {
            RecordedTests.read(run.getRootDir().toPath())
                    .outcomes()
                    .forEach(outcome -> outcomes.put(outcome.test(), outcome));
        } catch (IOException nothingRecordedYet) {
            // The usual case.
        }
        newer.forEach(outcome -> outcomes.put(outcome.test(), outcome));
        return List.copyOf(outcomes.values());
    }

    /** A build that selects knows its change already. */
    private List<ChangeSet> changes() throws IOException, InterruptedException {
        if (run.getAction(SelectionAction.class) != null) {
            return List.of();
        }
        Optional<String> latest = Histories.ask(
                store -> new SelectionService(store, Clock.systemUTC())
                        .reference(run.getParent().getFullName()),
                Optional.<String>empty());
        Change change = ReadChange.in(folder, top, ReferenceSpec.latest(latest), Histories.pseudonyms());
        return change instanceof Change.Known known && !known.truncated() ? List.of(known.changes()) : List.of();
    }

    private static Level levelOf(String text) {
        for (Level level : Level.values()) {
            if (level.name().equalsIgnoreCase(text)) {
                return level;
            }
        }
        throw new IllegalArgumentException(
                "the level \"" + text.toLowerCase(Locale.ROOT) + "\" is not known; write class, method or case");
    }
}
