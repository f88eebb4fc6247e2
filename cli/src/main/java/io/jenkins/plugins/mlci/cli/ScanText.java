package io.jenkins.plugins.mlci.cli;

import io.jenkins.plugins.mlci.logscan.scan.Finding;
import io.jenkins.plugins.mlci.logscan.scan.ScanResult;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** The result of a scan for a terminal. */
final class ScanText {
    private static final int MOST_RANGES = 8;
    private static final int MOST_LINES = 12;
    private static final int MOST_ANOMALIES = 10;
    private static final int WIDTH = 200;

    private ScanText() {}

    /** Prints it line by line. */
    static void print(ScanResult result, Consumer<String> out) {
        if (result.ranges().isEmpty()) {
            out.accept("Nothing in the log looks like the cause of a failure.");
        }
        result.ranges().stream().limit(MOST_RANGES).forEach(range -> print(range, out));
        if (result.ranges().size() > MOST_RANGES) {
            out.accept("... and " + (result.ranges().size() - MOST_RANGES) + " more; --json lists them all.");
        }
        if (!result.category().isEmpty()) {
            out.accept("Category: " + category(result, result.category()));
            out.accept("Signature: " + result.signature());
        }
        anomalies(result, out);
        out.accept(String.format(
                Locale.ROOT,
                "%,d line%s, compared with %d good build%s.",
                result.lines(),
                result.lines() == 1 ? "" : "s",
                result.goodBuilds(),
                result.goodBuilds() == 1 ? "" : "s"));
    }

    /**
     * The category with how sure it is, and whether it is worth trying again.
     *
     * @param name of the category, as it is to be shown
     */
    static String category(ScanResult result, String name) {
        String again = result.transientFailure() ? "; trying again is likely to help" : "";
        return result.saysNoCategory()
                ? name + again
                : String.format(
                        Locale.ROOT,
                        "%s%s (%.0f %%)%s",
                        result.knowsCategory() ? "" : "unclear, perhaps ",
                        name,
                        100 * result.categoryProbability(),
                        again);
    }

    private static void print(Finding range, Consumer<String> out) {
        out.accept(String.format(
                Locale.ROOT, "%s, %s (%.0f %%): %s", range.kind(), lines(range), 100 * range.score(), range.reason()));
        List<String> text = range.text();
        for (int i = 0; i < Math.min(MOST_LINES, text.size()); i++) {
            out.accept(String.format(Locale.ROOT, "%8d | %s", range.first() + i, shorten(text.get(i))));
        }
        if (text.size() > MOST_LINES) {
            out.accept("         | ...");
        }
    }

    private static void anomalies(ScanResult result, Consumer<String> out) {
        List<Finding> strongest = result.anomalies().stream()
                .filter(each -> !result.ranges().contains(each))
                .sorted(java.util.Comparator.comparingDouble(Finding::score).reversed())
                .limit(MOST_ANOMALIES)
                .toList();
        if (!strongest.isEmpty()) {
            out.accept("Unlike the good builds:");
        }
        strongest.forEach(each -> out.accept(String.format(
                Locale.ROOT, "  %s (%s, %.0f %%): %s", lines(each), each.kind(), 100 * each.score(), each.reason())));
    }

    static String lines(Finding range) {
        return range.first() == range.last()
                ? "line " + range.first()
                : "lines " + range.first() + " to " + range.last();
    }

    /** A line that fits a terminal, without control characters. */
    static String shorten(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", " ");
        return plain.length() <= WIDTH ? plain : plain.substring(0, WIDTH) + "...";
    }
}
