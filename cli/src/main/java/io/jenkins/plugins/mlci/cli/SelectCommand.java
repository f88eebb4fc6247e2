package io.jenkins.plugins.mlci.cli;

import io.jenkins.plugins.mlci.shared.history.TestId;
import io.jenkins.plugins.mlci.testselector.runner.EmptySelection;
import io.jenkins.plugins.mlci.testselector.runner.Form;
import io.jenkins.plugins.mlci.testselector.runner.RunnerCommand;
import io.jenkins.plugins.mlci.testselector.runner.RunnerOptions;
import io.jenkins.plugins.mlci.testselector.runner.RunnerOutput;
import io.jenkins.plugins.mlci.testselector.runner.SelectedTests;
import io.jenkins.plugins.mlci.testselector.runner.TestDetail;
import io.jenkins.plugins.mlci.testselector.runner.TestRunner;
import io.jenkins.plugins.mlci.testselector.selection.TestDecision;
import io.jenkins.plugins.mlci.testselector.selection.TestSelection;
import io.jenkins.plugins.mlci.testselector.service.SelectionResult;
import io.jenkins.plugins.mlci.testselector.shard.ShardPlan;
import io.jenkins.plugins.mlci.testselector.shard.Sharder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mlci select}: which tests a change must run, written for the test runner. */
@Command(
        name = "select",
        description = {
            "Choose the tests that this change must run and write them for the test runner. Standard output is the"
                    + " runner's arguments and nothing else, for Go the whole command; what was decided goes to standard"
                    + " error.",
            "When anything is missing or goes wrong, all tests run, and the reason is said."
        })
final class SelectCommand implements Callable<Integer> {
    private final CommandContext context;

    @Option(
            names = "--runner",
            paramLabel = "RUNNER",
            defaultValue = "maven",
            description =
                    "maven, gradle, pytest, go, jest, vitest, ctest, dotnet, googletest, rspec, playwright or raw."
                            + " Default: ${DEFAULT-VALUE}.")
    private String runner = "maven";

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = ".mlci/selection",
            description = "Where the runner's files go. Default: ${DEFAULT-VALUE}.")
    private Path out = Path.of(".mlci/selection");

    @Option(names = "--observe", description = "Run all tests, but say and keep what would have been selected.")
    private boolean observe;

    @Option(names = "--include", description = "Name the tests to run instead of those to leave out.")
    private boolean include;

    @Option(
            names = "--shards",
            paramLabel = "N",
            defaultValue = "1",
            description = "Split the selected tests into N parts of equal expected time, each in a folder of its own.")
    private int shards = 1;

    @Mixin
    private BuildOptions build = new BuildOptions();

    @Mixin
    private ChangeOptions change = new ChangeOptions();

    @Mixin
    private PolicyOptions policy = new PolicyOptions();

    SelectCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        TestRunner format = format();
        if (shards < 1 || shards > 1000) {
            throw new CommandException(ExitCode.USAGE, "--shards takes 1 to 1000, not " + shards + ".");
        }
        RunnerFiles files = new RunnerFiles(
                context.resolve(out),
                policy.text(),
                observe,
                (tests, selection) -> write(format, tests, selection, context.resolve(out)));
        SelectionResult result = new SelectionRun(context, build, change, policy).runAndKeep(files);
        boolean all = result.selection().all() || observe;
        SelectionText.print(result, context::remark);
        context.remarks(result.notes());
        if (observe) {
            context.remark("All tests will run: only observing.");
        }
        context.remarks(files.warnings());
        List<RunnerOutput> outputs = files.outputs();
        for (RunnerOutput output : outputs) {
            context.remarks(output.all() ? List.of() : output.notes());
        }
        if (outputs.isEmpty()) {
            IntStream.range(0, shards).forEach(part -> context.print(""));
        }
        outputs.forEach(output -> context.printForPrograms(output.callLine()));
        context.json(json(result, all, outputs));
        return ExitCode.OK.code();
    }

    private TestRunner format() {
        try {
            return TestRunner.named(runner);
        } catch (IllegalArgumentException e) {
            throw new CommandException(ExitCode.USAGE, e.getMessage() + ".");
        }
    }

    private List<RunnerOutput> write(TestRunner format, SelectedTests tests, TestSelection selection, Path folder)
            throws IOException {
        Map<TestId, TestDecision> decisions = new HashMap<>();
        selection.decisions().forEach(decision -> decisions.put(decision.test(), decision));
        RunnerOptions options = RunnerOptions.defaults()
                .withForm(include ? Form.INCLUDE : Form.EXCLUDE)
                .withEmptySelection(EmptySelection.RUN_ALL)
                .withDetailOf(test -> Optional.ofNullable(decisions.get(test))
                        .map(d -> new TestDetail(
                                d.probability(),
                                d.reasons().isEmpty() ? "" : d.reasons().get(0))));
        if (shards == 1) {
            return List.of(format.write(tests, options, folder));
        }
        List<TestId> running = tests.all() ? ids(selection.decisions()) : tests.selected();
        ShardPlan plan = Sharder.split(
                running,
                test -> decisions.containsKey(test) ? decisions.get(test).seconds() : Double.NaN,
                shards,
                format.wholeClasses());
        List<RunnerOutput> outputs = new ArrayList<>();
        for (int part = 0; part < shards; part++) {
            outputs.add(format.write(
                    plan.selection(part, tests), plan.options(part, options), folder.resolve("shard-" + (part + 1))));
        }
        return outputs;
    }

    private static List<TestId> ids(List<TestDecision> decisions) {
        return decisions.stream().map(TestDecision::test).toList();
    }

    private Map<String, Object> json(SelectionResult result, boolean all, List<RunnerOutput> outputs) {
        TestSelection selection = result.selection();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("job", result.job());
        json.put("model", result.model());
        json.put("all", all);
        json.put("reason", selection.reason());
        json.put("policy", policy.text().toLowerCase(Locale.ROOT));
        json.put("selected", selection.selected().size());
        json.put("skipped", all ? 0 : selection.skipped().size());
        json.put("would_skip", selection.skipped().size());
        json.put("saved_seconds", all ? 0 : selection.savedSeconds());
        json.put("expected_kept", finite(selection.expectedKept()));
        json.put("kept_at_least", finite(selection.keptAtLeast()));
        json.put("guaranteed", finite(selection.guaranteed()));
        json.put("evidence_builds", selection.evidenceBuilds());
        List<Map<String, Object>> parts = new ArrayList<>();
        for (RunnerOutput output : outputs) {
            Map<String, Object> part = new LinkedHashMap<>();
            part.put("args", output.args());
            part.put(
                    "commands",
                    output.commands().stream().map(RunnerCommand::args).toList());
            part.put("runs_nothing", output.runsNothing());
            output.includesFile().ifPresent(file -> part.put("includes_file", file.toString()));
            output.excludesFile().ifPresent(file -> part.put("excludes_file", file.toString()));
            output.script().ifPresent(file -> part.put("script", file.toString()));
            parts.add(part);
        }
        json.put("shards", parts);
        return json;
    }

    private static Object finite(double value) {
        return Double.isFinite(value) ? (Object) value : null;
    }
}
