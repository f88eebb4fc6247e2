package io.jenkins.plugins.mlci.logscan.replay;

import io.jenkins.plugins.mlci.logscan.category.FailureCategory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The figures of a backtest of logs: means over cases with their intervals. */
public final class LogFigures {
    private static final int RESAMPLES = 1_000;
    private static final double TAIL = 0.025;
    private static final long SEED = 11;

    private final List<LogBacktest.Judged> judged;

    /** @param judged every case */
    public LogFigures(List<LogBacktest.Judged> judged) {
        this.judged = List.copyOf(judged);
    }

    /**
     * A mean, or a median, with its 95 % bootstrap interval over cases.
     *
     * @param value NaN where there is no case
     */
    public record Figure(double value, double low, double high) {}

    /** The data sets, {@code cidiff} once more without its good builds. */
    public List<String> sources() {
        return judged.stream().map(LogFigures::source).distinct().toList();
    }

    private static String source(LogBacktest.Judged each) {
        boolean blind =
                each.read().given().source().equals("cidiff") && !each.read().compared();
        return each.read().given().source() + (blind ? " without good build" : "");
    }

    private List<LogBacktest.Judged> failed(String source) {
        return judged.stream()
                .filter(each ->
                        source(each).equals(source) && each.read().given().failed())
                .toList();
    }

    /** Ours and the known ways, by name. */
    public Map<String, Map<String, Figure>> methods(String source) {
        Map<String, List<LineScore>> scores = new LinkedHashMap<>();
        for (LogBacktest.Judged each : failed(source)) {
            LogCase given = each.read().given();
            scores.computeIfAbsent("mlci", key -> new ArrayList<>()).add(LineScore.of(given, each.causes()));
            each.baselines().forEach((name, lines) -> scores.computeIfAbsent(name, key -> new ArrayList<>())
                    .add(LineScore.of(given, lines, lines)));
        }
        Map<String, Map<String, Figure>> methods = new LinkedHashMap<>();
        scores.forEach((name, each) -> methods.put(name, figures(each)));
        return methods;
    }

    private static Map<String, Figure> figures(List<LineScore> scores) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        figures.put("precision", mean(scores, LineScore::precision));
        figures.put("recall", mean(scores, LineScore::recall));
        figures.put("f1", mean(scores, LineScore::f1));
        figures.put(
                "median_lines",
                interval(scores.stream().mapToDouble(LineScore::shown).toArray(), true));
        figures.put("error_in_first_5", mean(scores, score -> score.firstFive() ? 1 : 0));
        figures.put("first_is_error", mean(scores, score -> score.firstError() ? 1 : 0));
        figures.put("first_right", mean(scores, score -> score.firstRight() ? 1 : 0));
        figures.put("three_right", mean(scores, score -> score.threeRight() ? 1 : 0));
        figures.put("exactly_the_signals", mean(scores, score -> score.exact() ? 1 : 0));
        figures.put("signals_in_100", mean(scores, LineScore::signals));
        return figures;
    }

    private static Figure mean(List<LineScore> scores, ToDoubleFunction<LineScore> value) {
        return interval(
                scores.stream().mapToDouble(value).filter(v -> !Double.isNaN(v)).toArray(), false);
    }

    private static Figure interval(double[] values, boolean median) {
        if (values.length == 0) {
            return new Figure(Double.NaN, Double.NaN, Double.NaN);
        }
        SplittableRandom random = new SplittableRandom(SEED);
        double[] drawn = new double[values.length];
        double[] means = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            Arrays.setAll(drawn, j -> values[random.nextInt(values.length)]);
            means[i] = centre(drawn, median);
        }
        Arrays.sort(means);
        int cut = (int) (TAIL * RESAMPLES);
        return new Figure(centre(values, median), means[cut], means[RESAMPLES - 1 - cut]);
    }

    private static double centre(double[] values, boolean median) {
        if (!median) {
            return Arrays.stream(values).average().orElse(Double.NaN);
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /** How many failed builds a source has. */
    public int cases(String source) {
        return failed(source).size();
    }

    /** The share of a source's good builds in which nothing is said to be the cause of a failure; NaN without good builds. */
    public Figure silentWhenGood(String source) {
        return interval(
                judged.stream()
                        .filter(each -> source(each).equals(source)
                                && !each.read().given().failed())
                        .mapToDouble(each -> each.causes().ranges().isEmpty() ? 1 : 0)
                        .toArray(),
                false);
    }

    /** Right category and category that was said, with counts, over the failed builds of these sources that have a category. */
    public Map<FailureCategory, Map<FailureCategory, Integer>> confusion(Set<String> sources) {
        return confusion(sources, each -> each.category().category());
    }

    /** The same of a known way; empty where it was not asked. */
    public Map<FailureCategory, Map<FailureCategory, Integer>> confusion(Set<String> sources, String way) {
        return confusion(sources, each -> each.others().get(way));
    }

    private Map<FailureCategory, Map<FailureCategory, Integer>> confusion(
            Set<String> sources, Function<LogBacktest.Judged, FailureCategory> answer) {
        Map<FailureCategory, Map<FailureCategory, Integer>> matrix = new TreeMap<>();
        for (LogBacktest.Judged each : judged) {
            Set<FailureCategory> right =
                    CategoryLabels.accepted(each.read().given().category());
            if (sources.contains(source(each)) && each.read().given().failed() && !right.isEmpty()) {
                FailureCategory said = answer.apply(each);
                if (said == null) {
                    continue;
                }
                FailureCategory wanted =
                        right.contains(said) ? said : right.iterator().next();
                matrix.computeIfAbsent(wanted, key -> new TreeMap<>()).merge(said, 1, Integer::sum);
            }
        }
        return matrix;
    }

    /** The share of right answers of a confusion matrix. */
    public static double accuracy(Map<FailureCategory, Map<FailureCategory, Integer>> matrix) {
        double right = 0;
        double all = 0;
        for (Map.Entry<FailureCategory, Map<FailureCategory, Integer>> row : matrix.entrySet()) {
            for (Map.Entry<FailureCategory, Integer> cell : row.getValue().entrySet()) {
                all += cell.getValue();
                if (cell.getKey() == row.getKey()) {
                    right += cell.getValue();
                }
            }
        }
        return right / all;
    }

    /** The mean F1 over the categories that occur. */
    public static double macroF1(Map<FailureCategory, Map<FailureCategory, Integer>> matrix) {
        double sum = 0;
        for (Map.Entry<FailureCategory, Map<FailureCategory, Integer>> answers : matrix.entrySet()) {
            FailureCategory category = answers.getKey();
            double hit = answers.getValue().getOrDefault(category, 0);
            double wanted = answers.getValue().values().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            double said = matrix.values().stream()
                    .mapToInt(row -> row.getOrDefault(category, 0))
                    .sum();
            sum += hit == 0 ? 0 : 2 * hit / (wanted + said);
        }
        return matrix.isEmpty() ? Double.NaN : sum / matrix.size();
    }
}
