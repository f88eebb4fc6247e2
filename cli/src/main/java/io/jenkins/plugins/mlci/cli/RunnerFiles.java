package io.jenkins.plugins.mlci.cli;

import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.testselector.runner.RunnerOutput;
import io.jenkins.plugins.mlci.testselector.runner.SelectedTests;
import io.jenkins.plugins.mlci.testselector.runner.SelectionJson;
import io.jenkins.plugins.mlci.testselector.runner.WriteProblem;
import io.jenkins.plugins.mlci.testselector.selection.RunnerAnswer;
import io.jenkins.plugins.mlci.testselector.selection.TestDecision;
import io.jenkins.plugins.mlci.testselector.selection.TestSelection;
import io.jenkins.plugins.mlci.testselector.service.SelectionResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Turns a selection into the runner's files. What comes back is what will really happen: a test that the runner cannot leave out
 * runs, and when the files cannot be written all tests run.
 */
final class RunnerFiles implements SelectionRun.Enforcement {
    /** Writes the files for the runner, one entry a part. */
    interface Writer {
        List<RunnerOutput> write(SelectedTests tests, TestSelection selection) throws IOException;
    }

    private final Path folder;
    private final String policy;
    private final boolean observe;
    private final Writer writer;
    private List<RunnerOutput> outputs = List.of();
    private List<String> warnings = List.of();

    /**
     * For one run.
     *
     * @param folder where {@code selection.json} goes
     * @param policy as it was written
     * @param observe whether all tests run, whatever is selected
     */
    RunnerFiles(Path folder, String policy, boolean observe, Writer writer) {
        this.folder = folder;
        this.policy = policy;
        this.observe = observe;
        this.writer = writer;
    }

    /** What was written, one entry a part; empty when nothing could be written. */
    List<RunnerOutput> outputs() {
        return outputs;
    }

    /** Sentences about what differs from the selection. */
    List<String> warnings() {
        return warnings;
    }

    @Override
    public SelectionRun.Enforced enforce(SelectionResult result) {
        try {
            TestSelection really = write(result.selection());
            SelectionJson.write(
                    new SelectionJson.Selection(
                            policy,
                            result.model(),
                            really.all() || observe,
                            really.reason(),
                            entries(really.selected()),
                            entries(really.skipped())),
                    folder.resolve("selection.json"));
            return new SelectionRun.Enforced(result.with(really), !observe);
        } catch (IOException e) {
            outputs = List.of();
            String sentence = WriteProblem.whyAll(folder.toString(), e);
            warnings = observe ? List.of(Sentence.of("Nothing was written: " + sentence)) : List.of();
            TestSelection really =
                    observe ? result.selection() : result.selection().everything(sentence);
            return new SelectionRun.Enforced(result.with(really), false);
        }
    }

    private TestSelection write(TestSelection selection) throws IOException {
        boolean all = selection.all() || observe;
        outputs = writer.write(tests(selection, all, observe ? "observing" : selection.reason()), selection);
        warnings =
                outputs.stream().flatMap(output -> output.warnings().stream()).toList();
        if (all) {
            return selection;
        }
        TestSelection really = RunnerAnswer.of(
                        outputs.stream().anyMatch(RunnerOutput::all),
                        outputs.stream()
                                .flatMap(output -> output.notFiltered().stream())
                                .toList())
                .really(selection);
        if (really.all()) {
            outputs = writer.write(tests(really, true, really.reason()), really);
        }
        return really;
    }

    private static SelectedTests tests(TestSelection selection, boolean all, String reason) {
        return new SelectedTests(ids(selection.selected()), ids(selection.skipped()), all, reason);
    }

    private static List<TestId> ids(List<TestDecision> decisions) {
        return decisions.stream().map(TestDecision::test).toList();
    }

    private static List<SelectionJson.Entry> entries(List<TestDecision> decisions) {
        return decisions.stream()
                .map(d -> new SelectionJson.Entry(d.test(), d.probability(), d.seconds(), d.reasons()))
                .toList();
    }
}
