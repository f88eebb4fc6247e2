package io.jenkins.plugins.mlci.cli;

import io.jenkins.plugins.mlci.logscan.category.FailureCategory;
import io.jenkins.plugins.mlci.logscan.replay.LogFigures;
import io.jenkins.plugins.mlci.logscan.replay.RepeatedScans;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The figures of a backtest of logs as tables and as JSON. */
final class BacktestLogsReport {
    /** The data sets on which categories are judged together, and the recorded Jenkins builds apart. */
    private static final Set<String> PUBLIC = Set.of("cidiff", "logdx-ci", "pytorch-log-classifier");

    private static final Set<String> RECORDED = Set.of("jenkins-history");
    private static final List<String> WAYS = List.of("keyword rules", "TF-IDF and logistic regression");

    private final LogFigures figures;
    private final RepeatedScans repeated;
    private final List<String> missing;
    private final boolean shipped;

    BacktestLogsReport(LogFigures figures, RepeatedScans repeated, List<String> missing, boolean shipped) {
        this.figures = figures;
        this.repeated = repeated;
        this.missing = missing;
        this.shipped = shipped;
    }

    void print(CommandContext context) {
        for (String source : figures.sources()) {
            context.print("");
            context.print(source + ", " + figures.cases(source) + " failed builds");
            TextTable table = new TextTable(
                    "", "P", "R", "F1", "95 %", "lines", "in 5", "1st err", "1st right", "3 right", "exact", "in 100");
            figures.methods(source)
                    .forEach((name, each) -> table.row(
                            name,
                            number(each.get("precision")),
                            number(each.get("recall")),
                            number(each.get("f1")),
                            interval(each.get("f1")),
                            String.format(
                                    Locale.ROOT,
                                    "%.1f",
                                    each.get("median_lines").value()),
                            number(each.get("error_in_first_5")),
                            number(each.get("first_is_error")),
                            number(each.get("first_right")),
                            number(each.get("three_right")),
                            number(each.get("exactly_the_signals")),
                            number(each.get("signals_in_100"))));
            table.print(context::print);
            LogFigures.Figure silent = figures.silentWhenGood(source);
            if (!Double.isNaN(silent.value())) {
                context.print("Nothing flagged in " + number(silent) + " of the good builds.");
            }
        }
        context.print("");
        context.print(
                "P, R, F1: means over builds, lines against labelled lines. lines: median number shown. in 5: a labelled line is among");
        context.print(
                "the first five. 1st err: the first line is labelled. 1st right, 3 right: the first range, one of three, begins with a line");
        context.print(
                "that must be seen. exact: all that must be seen is shown and nothing else, logjuicer's own criterion.");
        context.print("in 100: share of what must be seen that is within the first 100 lines.");
        categories(context, "cidiff, logdx-ci and pytorch-log-classifier", PUBLIC);
        categories(context, "jenkins-history", RECORDED);
        if (repeated.logs() > 0) {
            context.print("");
            context.print(String.format(
                    Locale.ROOT,
                    "bugswarm: %,d logs with %,d lines scanned twice, %d with an exception or another result the second time",
                    repeated.logs(),
                    repeated.lines(),
                    repeated.problems().size()));
            repeated.problems().forEach(context::print);
        }
    }

    private void categories(CommandContext context, String title, Set<String> sources) {
        Map<FailureCategory, Map<FailureCategory, Integer>> matrix = figures.confusion(sources);
        if (matrix.isEmpty()) {
            return;
        }
        context.print("");
        context.print(String.format(
                Locale.ROOT,
                "Categories, %s: macro F1 %.3f, right %.3f",
                title,
                LogFigures.macroF1(matrix),
                LogFigures.accuracy(matrix)));
        for (String way : WAYS) {
            Map<FailureCategory, Map<FailureCategory, Integer>> other = figures.confusion(sources, way);
            if (!other.isEmpty()) {
                context.print(String.format(
                        Locale.ROOT,
                        "  %s: macro F1 %.3f, right %.3f",
                        way,
                        LogFigures.macroF1(other),
                        LogFigures.accuracy(other)));
            }
        }
        Set<FailureCategory> said = new TreeSet<>(matrix.keySet());
        matrix.values().forEach(row -> said.addAll(row.keySet()));
        List<String> heads = new ArrayList<>(List.of("is \\ said"));
        said.forEach(category ->
                heads.add(category.key().substring(0, Math.min(6, category.key().length()))));
        TextTable table = new TextTable(heads.toArray(String[]::new));
        matrix.forEach((category, row) -> {
            List<Object> cells = new ArrayList<>(List.of(category.key()));
            said.forEach(other -> cells.add(row.getOrDefault(other, 0)));
            table.row(cells.toArray());
        });
        table.print(context::print);
    }

    private static String number(LogFigures.Figure figure) {
        return Double.isNaN(figure.value()) ? "-" : String.format(Locale.ROOT, "%.3f", figure.value());
    }

    private static String interval(LogFigures.Figure figure) {
        return String.format(Locale.ROOT, "%.2f to %.2f", figure.low(), figure.high());
    }

    Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("models", shipped ? "shipped" : "each project judged by models of the others");
        json.put("missing", missing);
        Map<String, Object> sources = new LinkedHashMap<>();
        for (String source : figures.sources()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("failed_builds", figures.cases(source));
            Map<String, Object> methods = new LinkedHashMap<>();
            figures.methods(source).forEach((name, each) -> {
                Map<String, Object> values = new LinkedHashMap<>();
                each.forEach((key, figure) -> values.put(key, json(figure)));
                methods.put(name, values);
            });
            one.put("methods", methods);
            one.put("silent_when_good", json(figures.silentWhenGood(source)));
            sources.put(source, one);
        }
        json.put("sources", sources);
        json.put("scanned_twice", repeated);
        json.put("categories", categories(PUBLIC));
        json.put("categories_jenkins_history", categories(RECORDED));
        return json;
    }

    private Map<String, Object> categories(Set<String> sources) {
        Map<String, Object> json = new LinkedHashMap<>(scores(figures.confusion(sources)));
        json.put("confusion", figures.confusion(sources));
        for (String way : WAYS) {
            json.put(way, scores(figures.confusion(sources, way)));
        }
        return json;
    }

    private static Map<String, Object> scores(Map<FailureCategory, Map<FailureCategory, Integer>> matrix) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("macro_f1", finite(LogFigures.macroF1(matrix)));
        json.put("right", finite(LogFigures.accuracy(matrix)));
        return json;
    }

    private static Map<String, Object> json(LogFigures.Figure figure) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("value", finite(figure.value()));
        json.put("low", finite(figure.low()));
        json.put("high", finite(figure.high()));
        return json;
    }

    /** JSON knows no NaN. */
    private static Object finite(double value) {
        return Double.isFinite(value) ? (Object) value : null;
    }
}
