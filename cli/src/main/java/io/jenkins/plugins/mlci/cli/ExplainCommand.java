package io.jenkins.plugins.mlci.cli;

import io.jenkins.plugins.mlci.testselector.feature.SelectionTable;
import io.jenkins.plugins.mlci.testselector.rank.PriorModel;
import io.jenkins.plugins.mlci.testselector.selection.TestDecision;
import io.jenkins.plugins.mlci.testselector.selection.TestSelector;
import io.jenkins.plugins.mlci.testselector.service.SelectionResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mlci explain}: why tests are selected or left out. */
@Command(
        name = "explain",
        description = "Say why a test would run or be left out for this change, or list the most urgent tests.")
final class ExplainCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(
            arity = "0..1",
            paramLabel = "TEST",
            description = "A part of the test's name. Without it the most urgent tests are listed.")
    private String name = "";

    @Option(
            names = "--most",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many tests to show. Default: ${DEFAULT-VALUE}.")
    private int most = 20;

    @Mixin
    private BuildOptions build = new BuildOptions();

    @Mixin
    private ChangeOptions change = new ChangeOptions();

    @Mixin
    private PolicyOptions policy = new PolicyOptions();

    ExplainCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        if (most < 1) {
            throw new CommandException(ExitCode.USAGE, "--most takes 1 or more, not " + most + ".");
        }
        SelectionResult result = new SelectionRun(context, build, change, policy).run();
        if (result.selector().isEmpty()) {
            throw new CommandException(
                    ExitCode.NOT_FOUND,
                    Sentence.of(
                            "There is nothing to explain: " + result.selection().reason()));
        }
        if (result.tests().isEmpty()) {
            throw new CommandException(
                    ExitCode.NOT_FOUND,
                    "There is nothing to explain: no tests are recorded for job " + result.job() + ".");
        }
        List<TestDecision> found = result.selection().decisions().stream()
                .filter(decision -> decision.test().toString().contains(name))
                .limit(most)
                .toList();
        if (found.isEmpty()) {
            throw new CommandException(ExitCode.NOT_FOUND, unknown(name));
        }
        SelectionText.print(result, context::print);
        TextTable table = new TextTable("test", "probability", "time", "decision", "because");
        for (TestDecision decision : found) {
            table.row(
                    decision.test(),
                    String.format(Locale.ROOT, "%.2f %%", 100 * decision.probability()),
                    SelectionText.duration(decision.seconds()),
                    decision.selected() ? "runs" : "left out",
                    String.join("; ", decision.reasons()));
        }
        context.print("");
        table.print(context::print);
        List<Map<String, Object>> json = new ArrayList<>();
        TestSelector selector = result.selector().get();
        SelectionTable rows = selector.table(result.changes(), result.tests());
        for (TestDecision decision : found) {
            int row = result.tests().indexOf(decision.test());
            json.add(json(decision, rows, row));
            if (found.size() == 1) {
                context.print("");
                context.print("What the prior model adds to the log-odds, from "
                        + String.format(
                                Locale.ROOT, "%.2f:", PriorModel.shipped().bias(rows, row, true)));
                PriorModel.shipped()
                        .contributions(rows, row, true)
                        .forEach((feature, part) -> context.print(String.format(
                                Locale.ROOT, "  %+6.2f  %s (%.3f)", part, feature.meaning(), rows.get(feature, row))));
            }
        }
        double share = selector.ranker().share();
        context.print("");
        context.print(String.format(
                Locale.ROOT,
                "The job's own model counts %.0f %% of the score, prior knowledge %.0f %%.",
                100 * share,
                100 * (1 - share)));
        context.json(json);
        return ExitCode.OK.code();
    }

    private static String unknown(String name) {
        String unreadable = name.indexOf('\uFFFD') < 0
                ? ""
                : " Java cannot read all of its letters in this locale; try with LC_ALL=C.UTF-8, or name another part.";
        return "No known test's name contains \"" + name + "\"." + unreadable;
    }

    private static Map<String, Object> json(TestDecision decision, SelectionTable rows, int row) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("test", decision.test().toString());
        json.put("selected", decision.selected());
        json.put("probability", decision.probability());
        json.put("seconds", decision.seconds());
        json.put("reasons", decision.reasons());
        Map<String, Double> parts = new LinkedHashMap<>();
        PriorModel.shipped().contributions(rows, row, true).forEach((feature, part) -> parts.put(feature.key(), part));
        json.put("prior_contributions", parts);
        json.put("prior_bias", PriorModel.shipped().bias(rows, row, true));
        return json;
    }
}
