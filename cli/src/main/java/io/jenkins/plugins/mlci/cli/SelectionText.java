package io.jenkins.plugins.mlci.cli;

import io.jenkins.plugins.mlci.testselector.selection.TestDecision;
import io.jenkins.plugins.mlci.testselector.selection.TestSelection;
import io.jenkins.plugins.mlci.testselector.service.SelectionResult;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Says what was selected, in a few lines. */
final class SelectionText {
    private SelectionText() {}

    static void print(SelectionResult result, Consumer<String> lines) {
        TestSelection selection = result.selection();
        int total = selection.decisions().size();
        if (selection.all()) {
            String tests = total == 0 ? "All tests" : String.format(Locale.ROOT, "All %,d tests", total);
            lines.accept(Sentence.of(tests + " will run: " + selection.reason()));
            return;
        }
        int selected = selection.selected().size();
        lines.accept(String.format(
                Locale.ROOT,
                "Selected %,d of %,d tests (%.1f %%), about %s saved; %s",
                selected,
                total,
                100.0 * selected / Math.max(1, total),
                duration(selection.savedSeconds()),
                Sentence.of(selection.reason())));
        if (!Double.isNaN(selection.expectedKept())) {
            lines.accept(String.format(
                    Locale.ROOT,
                    "In these builds it would have kept %.1f %% of the failures; that speaks for at least %.1f %%.",
                    100 * selection.expectedKept(),
                    100 * selection.keptAtLeast()));
        }
        TextTable table = new TextTable("", "tests", "share", "time");
        row(table, "Selected", selection.selected(), total);
        row(table, "Left out", selection.skipped(), total);
        row(table, "Total", selection.decisions(), total);
        table.print(lines);
    }

    private static void row(TextTable table, String name, List<TestDecision> tests, int total) {
        table.row(
                name,
                String.format(Locale.ROOT, "%,d", tests.size()),
                String.format(Locale.ROOT, "%.1f %%", 100.0 * tests.size() / Math.max(1, total)),
                duration(tests.stream().mapToDouble(TestDecision::seconds).sum()));
    }

    static String duration(double seconds) {
        if (seconds < 90) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        return String.format(Locale.ROOT, "%.1f min", seconds / 60);
    }
}
