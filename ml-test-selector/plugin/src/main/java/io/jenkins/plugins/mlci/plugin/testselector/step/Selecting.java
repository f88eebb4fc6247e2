package io.jenkins.plugins.mlci.plugin.testselector.step;

import hudson.FilePath;
import hudson.model.Run;
import io.jenkins.plugins.mlci.plugin.shared.build.BuildConsole;
import io.jenkins.plugins.mlci.plugin.testselector.agent.WriteFiles;
import io.jenkins.plugins.mlci.plugin.testselector.agent.WriteOrder;
import io.jenkins.plugins.mlci.plugin.testselector.agent.Written;
import io.jenkins.plugins.mlci.plugin.testselector.page.SelectionAction;
import io.jenkins.plugins.mlci.plugin.testselector.report.SelectionReport;
import io.jenkins.plugins.mlci.plugin.testselector.report.TestRow;
import io.jenkins.plugins.mlci.plugin.testselector.report.Wording;
import io.jenkins.plugins.mlci.shared.history.HistoryException;
import io.jenkins.plugins.mlci.shared.history.TestId;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        SelectionReport report = report(options);
        boolean all = report.facts().everythingRuns();
        String reason =
                report.facts().observe() ? "only observing" : report.facts().reason();
        List<TestRow> running =
                report.tests().stream().filter(row -> all || row.selected()).toList();
        int parts = Parts.number(options, running);
        if (options.getShard() < 0 || options.getShard() > parts) {
            throw new IllegalArgumentException("there is no part " + options.getShard() + " of " + parts);
        }
        List<WriteOrder> orders = Parts.orders(options, report.tests(), all, reason, parts, folderOf(options));
        List<Written> written = WriteFiles.in(folder, options.getRunner().spec(), orders);
        written.forEach(part -> console.remarks(part.all() ? List.of() : part.remarks()));
        return ScriptSelection.of(report, written, seconds(report, orders), options.getShard());
    }

    private SelectionReport report(SelectionOptions options) throws IOException, InterruptedException {
        synchronized (LOCKS[Math.floorMod((run.getExternalizableId() + options.getId()).hashCode(), LOCKS.length)]) {
            Optional<SelectionAction> before =
                    options.getShard() > 0 ? SelectionAction.of(run, options.getId()) : Optional.empty();
            if (before.isPresent()) {
                console.say("Part " + options.getShard() + " of the selection that this build has made.");
                return before.get().report();
            }
            SelectionReport report = new Deciding(run, folder, top, console).decide(options);
            SelectionAction.keep(run, report);
            console.say(Wording.announcement(report));
            if (!Wording.why(report).isEmpty()) {
                console.say(Wording.why(report));
            }
            return report;
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

    /** The expected seconds of each order. */
    private static double[] seconds(SelectionReport report, List<WriteOrder> orders) {
        Map<TestId, Double> seconds = new HashMap<>();
        report.tests().forEach(row -> seconds.put(row.test(), row.seconds()));
        return orders.stream()
                .mapToDouble(order -> order.selected().stream()
                        .mapToDouble(test -> seconds.getOrDefault(test, 0.0))
                        .filter(Double::isFinite)
                        .sum())
                .toArray();
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
