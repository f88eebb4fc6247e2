package io.jenkins.plugins.mlci.plugin.testselector.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says what was decided, in the sentences of the console, the build page and the tab. */
public final class Wording {
    private static final int MOST_GROUPS = 3;

    private Wording() {}

    /** The verdict, in one sentence. */
    public static String verdict(SelectionReport report) {
        SelectionFacts facts = report.facts();
        int total = report.tests().size();
        if (facts.all()) {
            return (total == 0 ? "All tests run: " : "All " + Numbers.of(total, "test") + " run: ") + facts.reason()
                    + ".";
        }
        int selected = report.selected();
        String share = Numbers.percent((double) selected / Math.max(1, total));
        String saved = "about " + Numbers.duration(report.leftOutSeconds());
        String numbers = Numbers.count(selected) + " of " + Numbers.of(total, "test") + " (" + share + ")";
        String verdict = facts.observe()
                ? "All " + Numbers.of(total, "test") + " run, since tests are only observed. The selection would be "
                        + numbers + ", and would save " + saved
                : "Tests selected: " + numbers + ", " + saved + " saved";
        return verdict + kept(facts) + ".";
    }

    /** The verdict before the tests run, for the console. */
    public static String announcement(SelectionReport report) {
        String verdict = verdict(report);
        return report.facts().everythingRuns() ? verdict.replaceFirst(" run([:,]) ", " will run$1 ") : verdict;
    }

    private static String kept(SelectionFacts facts) {
        if (!Double.isFinite(facts.expectedKept())) {
            return "";
        }
        String guaranteed = Double.isFinite(facts.guaranteed())
                ? " (at least " + Numbers.percent(facts.guaranteed()) + " on average, judged by "
                        + Numbers.of(facts.evidenceBuilds(), "failing build") + ")"
                : "";
        return "; " + Numbers.percent(facts.expectedKept()) + " of failures expected to be kept" + guaranteed;
    }

    /** Why these tests, in one sentence of at most three groups; empty when all run by a rule. */
    public static String why(SelectionReport report) {
        if (report.facts().all()) {
            return "";
        }
        Map<String, Integer> groups = new LinkedHashMap<>();
        for (TestRow row : report.tests()) {
            if (row.selected()) {
                groups.merge(group(row.reason()), 1, Integer::sum);
            }
        }
        List<Map.Entry<String, Integer>> largest = new ArrayList<>(groups.entrySet());
        largest.sort(Map.Entry.comparingByValue(Comparator.reverseOrder()));
        List<String> parts = new ArrayList<>();
        largest.stream()
                .limit(MOST_GROUPS)
                .forEach(entry -> parts.add(Numbers.count(entry.getValue()) + ": " + entry.getKey()));
        int rest =
                largest.stream().skip(MOST_GROUPS).mapToInt(Map.Entry::getValue).sum();
        if (rest > 0) {
            parts.add(Numbers.count(rest) + ": other reasons");
        }
        return parts.isEmpty() ? "" : String.join("; ", parts) + ".";
    }

    /** Reasons that differ only in a number belong together. */
    private static String group(String reason) {
        if (reason.startsWith("new:")) {
            return "new";
        }
        if (reason.matches("it failed [0-9,]+ builds? ago")) {
            return "it failed lately";
        }
        if (reason.matches("it was changed [0-9,]+ builds? ago")) {
            return "it was changed lately";
        }
        if (reason.startsWith("it has not run in the last")) {
            return "it has not run for a while";
        }
        if (reason.startsWith("it has begun to fail in")) {
            return "it has begun to fail before";
        }
        return reason.startsWith("it must always run") ? "it must always run" : reason;
    }

    /** What became of the selection; empty while the results are not in. */
    public static String aftermath(SelectionReport report) {
        boolean all =
                report.facts().all() || report.selected() == report.tests().size();
        return aftermath(report.facts().observe(), all, report.aftermath());
    }

    /**
     * The same from numbers alone.
     *
     * @param observe whether all tests were run whatever was chosen
     * @param all whether nothing was to be left out
     */
    public static String aftermath(boolean observe, boolean all, Aftermath after) {
        if (after == null) {
            return "";
        }
        if (after.ran() == 0) {
            return "No test results were recorded for this build.";
        }
        String ran = Numbers.of(after.ran(), "test") + " ran, " + (after.failed() == 0 ? "none" : after.failed())
                + " failed.";
        if (after.failed() == 0 || all) {
            return ran;
        }
        if (!observe) {
            return ran + " Tests that were left out did not run, so nobody knows of them until all tests run again.";
        }
        if (after.missed() == 0) {
            return ran + " The selection would have kept " + (after.failed() == 1 ? "it." : "all of them.");
        }
        return ran + " The selection would have missed " + after.missed() + " of them.";
    }
}
