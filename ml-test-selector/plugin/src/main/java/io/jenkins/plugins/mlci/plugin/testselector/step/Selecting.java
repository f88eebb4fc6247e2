package io.jenkins.plugins.mlci.plugin.testselector.step;

import hudson.FilePath;
import hudson.model.Run;
import io.jenkins.plugins.mlci.plugin.shared.build.BuildConsole;
import io.jenkins.plugins.mlci.plugin.testselector.agent.WriteFiles;
import io.jenkins.plugins.mlci.plugin.testselector.agent.WriteOrder;
import io.jenkins.plugins.mlci.plugin.testselector.page.SelectionAction;
import io.jenkins.plugins.mlci.plugin.testselector.report.Numbers;
import io.jenkins.plugins.mlci.plugin.testselector.report.SelectionReport;
import io.jenkins.plugins.mlci.plugin.testselector.report.Wording;
import io.jenkins.plugins.mlci.shared.history.HistoryException;
import io.jenkins.plugins.mlci.testselector.selection.TestSelection;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Selects tests for a build, writes the runner's files and says on the console what was decided. Whatever goes wrong, the answer is
 * that all tests run.
 */
final class Selecting {
    private static final Logger LOGGER = Logger.getLogger(Selecting.class.getName());

    /** Parts of one build that start at once must share one decision; some builds may share a lock. */
    private static final Object[] LOCKS = new Object[64];

    static {
        Arrays.setAll(LOCKS, i -> new Object());
    }

    private final Run<?, ?> run;
    private final FilePath folder;
    private final String top;
    private final BuildConsole console;

    /**
     * For one step.
     *
     * @param folder where the step runs
     * @param top the workspace, above which no repository is searched; may be empty
     */
    Selecting(Run<?, ?> run, FilePath folder, String top, BuildConsole console) {
        this.run = run;
        this.folder = folder;
        this.top = top;
        this.console = console;
    }

    ScriptSelection select(SelectionOptions options) throws InterruptedException {
        String problem;
        try {
            return trySelect(options);
        } catch (HistoryException | IllegalArgumentException e) {
            problem = e.getMessage();
        } catch (IOException | RuntimeException | LinkageError e) {
            LOGGER.log(Level.WARNING, "Tests could not be selected for " + run, e);
            problem = "selecting failed: " + (e.getMessage() == null ? e.toString() : e.getMessage());
        }
        return everything(options, sentence(problem));
    }

    private ScriptSelection trySelect(SelectionOptions options) throws IOException, InterruptedException {
        if (options.getRunner() == null) {
            throw new IllegalArgumentException("no test runner is named");
        }
        options.getRunner().spec().runner();
        RunnerFiles target = new RunnerFiles(folder, options, folderOf(options));
        SelectionReport known;
        synchronized (lock(options)) {
            Optional<SelectionAction> before =
                    options.getShard() > 0 ? SelectionAction.of(run, options.getId()) : Optional.empty();
            if (before.isEmpty()) {
                return decide(options, target);
            }
            console.say("Part " + options.getShard() + " of the selection that this build has made.");
            known = before.get().report();
        }
        return follow(options, target, known);
    }

    /** The files are written before anything is kept: only what the runner really leaves out may count as left out. */
    private ScriptSelection decide(SelectionOptions options, RunnerFiles target)
            throws IOException, InterruptedException {
        Deciding deciding = new Deciding(run, folder, top, console);
        Decided decided = deciding.decide(options);
        SelectionReport report = deciding.report(options, decided);
        if (!report.changes().isEmpty()) {
            console.say("Compared with " + report.facts().reference() + ": "
                    + Numbers.of(report.facts().files(), "changed file") + ".");
        }
        RunnerFiles.Files files = target.write(report);
        List<String> remarks = files.remarks();
        String problem = files.problem();
        TestSelection wanted = decided.result().selection();
        TestSelection really = decided.observe() ? wanted : files.really(wanted);
        if (!really.equals(wanted)) {
            decided = decided.with(really);
            report = deciding.report(options, decided);
            // Also where writing failed: what an earlier build left there must not leave tests out in this one.
            files = really.all() ? target.write(report) : files;
        }
        SelectionAction.keep(run, report);
        try {
            deciding.keep(options, decided, !decided.observe() && problem.isEmpty());
        } catch (HistoryException e) {
            SelectionAction.keep(run, report.everything(sentence(e.getMessage())));
            throw e;
        }
        announce(report);
        if (!problem.isEmpty() && !report.facts().reason().equals(problem)) {
            console.say("Nothing was written: " + problem + ".");
        }
        console.remarks(remarks);
        return ScriptSelection.of(report, files.written(), files.seconds(), options.getShard());
    }

    /** Another place of the build follows what was decided; where it cannot, it runs all tests, and so nothing is left out. */
    private ScriptSelection follow(SelectionOptions options, RunnerFiles target, SelectionReport known)
            throws IOException, InterruptedException {
        SelectionReport report = known;
        RunnerFiles.Files files = target.write(report);
        console.remarks(files.remarks());
        if (files.failed() && report.facts().everythingRuns()) {
            console.say("Nothing was written: " + files.problem() + ".");
        } else if (files.failed()) {
            report = report.everything(files.problem());
            synchronized (lock(options)) {
                new Deciding(run, folder, top, console).keepEverything(options, files.problem());
                SelectionAction.keep(run, report);
            }
            announce(report);
            files = target.write(report);
        }
        return ScriptSelection.of(report, files.written(), files.seconds(), options.getShard());
    }

    private Object lock(SelectionOptions options) {
        return LOCKS[Math.floorMod((run.getExternalizableId() + options.getId()).hashCode(), LOCKS.length)];
    }

    private void announce(SelectionReport report) {
        console.say(Wording.announcement(report));
        if (!Wording.why(report).isEmpty()) {
            console.say(Wording.why(report));
        }
    }

    /** All tests run, and files of an earlier build that would leave tests out are overwritten, if that can be done at all. */
    private ScriptSelection everything(SelectionOptions options, String reason) throws InterruptedException {
        console.say("All tests will run: " + reason + ".");
        int parts = Math.max(1, Math.min(Parts.MOST, Math.max(options.getShards(), options.getShard())));
        try {
            List<WriteOrder> orders = Parts.orders(options, List.of(), true, reason, 1, folderOf(options));
            WriteFiles.in(folder, options.getRunner().spec(), orders);
        } catch (IOException | RuntimeException | LinkageError e) {
            LOGGER.log(Level.FINE, "No files could be written for " + run, e);
        }
        return ScriptSelection.everything(reason, parts);
    }

    /** Selections of one build with different names do not overwrite each other's files. */
    private static String folderOf(SelectionOptions options) {
        boolean named = !options.getId().isEmpty() && options.getFolder().equals(SelectionOptions.FOLDER);
        return named
                ? options.getFolder() + "-" + options.getId().replaceAll("[^A-Za-z0-9_-]+", "-")
                : options.getFolder();
    }

    private static String sentence(String problem) {
        String text = problem == null || problem.isBlank() ? "something went wrong" : problem.strip();
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }
}
