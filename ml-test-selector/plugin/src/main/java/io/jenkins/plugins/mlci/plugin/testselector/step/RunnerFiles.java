package io.jenkins.plugins.mlci.plugin.testselector.step;

import hudson.FilePath;
import io.jenkins.plugins.mlci.plugin.testselector.agent.WriteFiles;
import io.jenkins.plugins.mlci.plugin.testselector.agent.WriteOrder;
import io.jenkins.plugins.mlci.plugin.testselector.agent.Written;
import io.jenkins.plugins.mlci.plugin.testselector.report.SelectionReport;
import io.jenkins.plugins.mlci.plugin.testselector.report.TestRow;
import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.testselector.runner.WriteProblem;
import io.jenkins.plugins.mlci.testselector.selection.RunnerAnswer;
import io.jenkins.plugins.mlci.testselector.selection.TestSelection;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Writes the runner's files for a decision, and says what of it the runner can really do. */
final class RunnerFiles {
    private static final Logger LOGGER = Logger.getLogger(RunnerFiles.class.getName());

    private final FilePath folder;
    private final SelectionOptions options;
    private final String target;

    /**
     * For one step.
     *
     * @param folder where the step runs
     * @param target where the files go, relative to that
     */
    RunnerFiles(FilePath folder, SelectionOptions options, String target) {
        this.folder = folder;
        this.options = options;
        this.target = target;
    }

    /**
     * What was written.
     *
     * @param written what became of it, one entry a part; without any arguments where the files could not be written
     * @param seconds the expected seconds of each part; NaN when unknown
     * @param remarks sentences about what differs from the decision, and what the runner needs; none where all tests were to run
     * @param problem why the files could not be written, as part of a sentence; empty when they are
     */
    record Files(List<Written> written, double[] seconds, List<String> remarks, String problem) {
        boolean failed() {
            return !problem.isEmpty();
        }

        /** The decision as the runner will follow it. */
        TestSelection really(TestSelection decided) {
            if (failed()) {
                return decided.all() ? decided : decided.everything(problem);
            }
            return RunnerAnswer.of(
                            written.stream().anyMatch(Written::all),
                            written.stream()
                                    .flatMap(part -> part.notFiltered().stream())
                                    .toList())
                    .really(decided);
        }
    }

    /**
     * Writes. Files that cannot be written are part of the answer, since all tests run then.
     *
     * @throws IllegalArgumentException with a sentence when there is no such part
     */
    Files write(SelectionReport report) throws InterruptedException {
        boolean all = report.facts().everythingRuns();
        String reason =
                report.facts().observe() ? "only observing" : report.facts().reason();
        List<TestRow> running =
                report.tests().stream().filter(row -> all || row.selected()).toList();
        int parts = Parts.number(options, running);
        if (options.getShard() < 0 || options.getShard() > parts) {
            throw new IllegalArgumentException("there is no part " + options.getShard() + " of " + parts);
        }
        List<WriteOrder> orders = Parts.orders(options, report.tests(), all, reason, parts, target);
        try {
            List<Written> written = WriteFiles.in(folder, options.getRunner().spec(), orders);
            List<String> remarks = all
                    ? List.of()
                    : written.stream().flatMap(part -> part.remarks().stream()).toList();
            return new Files(written, seconds(report, orders), remarks, "");
        } catch (IOException e) {
            LOGGER.log(Level.FINE, "The files for the runner could not be written", e);
            double[] unknown = new double[parts];
            Arrays.fill(unknown, Double.NaN);
            List<Written> nothing = Collections.nCopies(parts, Written.everything());
            return new Files(nothing, unknown, List.of(), WriteProblem.whyAll(target, e));
        }
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
}
