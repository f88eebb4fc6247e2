package io.jenkins.plugins.mlci.cli;

import io.jenkins.plugins.mlci.testselector.replay.Backtest;
import io.jenkins.plugins.mlci.testselector.replay.ConfidenceOutcome;
import io.jenkins.plugins.mlci.testselector.replay.Means;
import io.jenkins.plugins.mlci.testselector.replay.MethodScores;
import io.jenkins.plugins.mlci.testselector.replay.SubjectResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The results of a backtest as tables, as JSON and for the page. */
final class BacktestReport {
    private static final String[] SHOWN = {
        "apfd",
        "apfdc",
        "napfd50",
        "kept_time_10",
        "kept_time_20",
        "kept_time_33",
        "kept_count_10",
        "kept_count_20",
        "kept_count_33"
    };

    private final List<SubjectResult> results;

    BacktestReport(List<SubjectResult> results) {
        this.results = results;
    }

    List<SubjectResult> results() {
        return results;
    }

    List<String> methods() {
        return Backtest.methodNames(results);
    }

    /** Means over the subjects that the method was run on, each subject counting the same. */
    Map<String, Double> mean(String method, boolean onlyNew) {
        return Means.ofMaps(results.stream()
                .filter(result -> result.methods().containsKey(method))
                .map(result -> figures(result.methods().get(method), onlyNew))
                .toList());
    }

    static Map<String, Double> figures(MethodScores scores, boolean onlyNew) {
        return onlyNew ? scores.fresh() : scores.all();
    }

    void print(CommandContext context) {
        for (SubjectResult result : results) {
            context.print(String.format(
                    Locale.ROOT,
                    "%s: %,d builds, %,d judged with a failure, %,d with a new one",
                    result.subject(),
                    result.cycles(),
                    result.judged(),
                    result.judgedNew()));
        }
        tables(context);
        context.print("");
        context.print("Confidence 0.95, after the warm-up (selected at least one failing test; share of failing tests;"
                + " time saved; full runs):");
        for (SubjectResult result : results) {
            ConfidenceOutcome outcome = result.confidence();
            context.print(String.format(
                    Locale.ROOT,
                    "  %-32s %s of %d failing builds, %s of the failures, %s of the time saved, %d of %d builds full",
                    result.subject(),
                    percent(outcome.keptBuilds()),
                    outcome.failingBuilds(),
                    percent(outcome.keptFailures()),
                    percent(outcome.savedTime()),
                    outcome.fullRuns(),
                    outcome.builds()));
        }
        if (!Double.isNaN(keptBuilds())) {
            context.print("  Together: " + percent(keptBuilds()) + " of the failing builds.");
        }
    }

    private void tables(CommandContext context) {
        for (boolean onlyNew : new boolean[] {false, true}) {
            Optional<String> missing = missing(onlyNew);
            if (missing.isEmpty()) {
                table(context, (onlyNew ? "New failures only" : "All failures") + ", mean of the subjects", onlyNew);
            } else {
                context.print("");
                context.print(missing.get());
            }
        }
    }

    /** Why orders cannot be judged, as a sentence; empty where they can. */
    Optional<String> missing(boolean onlyNew) {
        if (results.stream().allMatch(result -> result.judged() == 0)) {
            return Optional.of(
                    onlyNew
                            ? "There is no new failure either."
                            : "No order of the tests can be judged: no test failed after the first fifth of any history, which only teaches.");
        }
        return onlyNew && results.stream().allMatch(result -> result.judgedNew() == 0)
                ? Optional.of("None of these failures is new: each of these tests had failed when it last ran.")
                : Optional.empty();
    }

    /** Share of all failing builds of all subjects with at least one failing test selected. */
    double keptBuilds() {
        double kept = 0;
        int failing = 0;
        for (SubjectResult result : results) {
            ConfidenceOutcome outcome = result.confidence();
            if (outcome.failingBuilds() > 0) {
                kept += outcome.keptBuilds() * outcome.failingBuilds();
                failing += outcome.failingBuilds();
            }
        }
        return kept / failing;
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "n/a" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private void table(CommandContext context, String title, boolean onlyNew) {
        context.print("");
        context.print(title);
        context.print(String.format(
                Locale.ROOT,
                "%-30s %6s %6s %6s | kept in time %5s %6s %6s | in tests %5s %6s %6s",
                "",
                "APFD",
                "APFDc",
                "NAPFD",
                "10 %",
                "20 %",
                "33 %",
                "10 %",
                "20 %",
                "33 %"));
        for (String method : methods()) {
            Map<String, Double> figures = mean(method, onlyNew);
            if (figures.isEmpty()) {
                continue;
            }
            StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-30s", method));
            for (int i = 0; i < SHOWN.length; i++) {
                row.append(i == 3 ? " |             " : i == 6 ? " |         " : "");
                row.append(String.format(Locale.ROOT, " %6.3f", figures.get(SHOWN[i])));
            }
            context.print(row.toString());
        }
    }

    /** Per subject and mean: ours at the top, every method below {@code methods}. */
    Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        Map<String, Object> subjects = new LinkedHashMap<>();
        for (SubjectResult result : results) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("builds", result.cycles());
            one.put("judged", result.judged());
            one.put("judged_new", result.judgedNew());
            if (result.judged() > 0) {
                Map<String, Object> all = new LinkedHashMap<>();
                result.methods()
                        .forEach((name, scores) -> all.put(
                                name,
                                Map.of(
                                        "all", finite(figures(scores, false)),
                                        "new", finite(figures(scores, true)))));
                one.put("all", ours(result, false));
                one.put("new", ours(result, true));
                one.put("methods", all);
            }
            one.put("confidence_95", confidence(result.confidence()));
            subjects.put(result.subject(), one);
        }
        json.put("subjects", subjects);
        json.put("mean", means());
        json.put("confidence_95_kept_builds", finite(keptBuilds()));
        return json;
    }

    private Map<String, Object> means() {
        Map<String, Object> mean = new LinkedHashMap<>();
        Map<String, Object> methods = new LinkedHashMap<>();
        for (String method : methods()) {
            methods.put(method, Map.of("all", finite(mean(method, false)), "new", finite(mean(method, true))));
        }
        for (boolean onlyNew : new boolean[] {false, true}) {
            Map<String, Double> byCount = mean(Backtest.OURS_COUNT, onlyNew);
            Map<String, Double> byTime = mean(Backtest.OURS_TIME, onlyNew);
            if (!byCount.isEmpty()) {
                mean.put(onlyNew ? "new" : "all", finite(Backtest.combined(byCount, byTime)));
            }
        }
        mean.put("methods", methods);
        return mean;
    }

    private static Map<String, Object> ours(SubjectResult result, boolean onlyNew) {
        return finite(Backtest.combined(
                figures(result.methods().get(Backtest.OURS_COUNT), onlyNew),
                figures(result.methods().get(Backtest.OURS_TIME), onlyNew)));
    }

    private static Map<String, Object> confidence(ConfidenceOutcome outcome) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("builds", outcome.builds());
        json.put("full_runs", outcome.fullRuns());
        json.put("failing_builds", outcome.failingBuilds());
        json.put("kept_builds", finite(outcome.keptBuilds()));
        json.put("kept_failures", finite(outcome.keptFailures()));
        json.put("saved_time", finite(outcome.savedTime()));
        json.put("skipped_tests", finite(outcome.skippedTests()));
        return json;
    }

    private static Map<String, Object> finite(Map<String, Double> figures) {
        Map<String, Object> json = new LinkedHashMap<>();
        figures.forEach((name, value) -> json.put(name, finite(value)));
        return json;
    }

    /** JSON knows no NaN. */
    private static Object finite(double value) {
        return Double.isFinite(value) ? (Object) value : null;
    }
}
