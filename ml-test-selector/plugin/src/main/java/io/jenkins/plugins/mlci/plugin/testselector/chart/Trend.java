package io.jenkins.plugins.mlci.plugin.testselector.chart;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The selections of a job, build after build.
 *
 * @param points oldest first
 */
public record Trend(List<TrendPoint> points) {
    public Trend {
        points = List.copyOf(points);
    }

    /** Expected seconds that enforced selections saved. */
    public double saved() {
        return points.stream()
                .filter(point -> !point.observe() && !point.all())
                .mapToDouble(TrendPoint::savedSeconds)
                .sum();
    }

    /** Expected seconds that observed selections would have saved. */
    public double wouldSave() {
        return points.stream()
                .filter(point -> point.observe() && !point.all())
                .mapToDouble(TrendPoint::savedSeconds)
                .sum();
    }

    /** Builds in which all tests ran by a rule. */
    public int fullRuns() {
        return (int) points.stream().filter(TrendPoint::all).count();
    }

    /** Why all tests ran, with the number of builds, the most frequent first; figures in the reasons are left out. */
    public Map<String, Integer> fullRunReasons() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        points.stream()
                .filter(TrendPoint::all)
                .forEach(point ->
                        counts.merge(point.reason().replaceAll("\\s*\\([^)]*\\d[^)]*\\)", ""), 1, Integer::sum));
        Map<String, Integer> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    /** Failures of builds that can judge the selection: observed, not decided by a rule, results in. */
    public int judgedFailures() {
        return points.stream()
                .filter(Trend::judges)
                .mapToInt(TrendPoint::failed)
                .sum();
    }

    /** How many of {@link #judgedFailures} the selections left out. */
    public int missedFailures() {
        return points.stream()
                .filter(Trend::judges)
                .mapToInt(TrendPoint::missed)
                .sum();
    }

    /** Share of failures kept, [0, 1]; NaN while no failure could judge. */
    public double kept() {
        int failures = judgedFailures();
        return failures == 0 ? Double.NaN : 1 - (double) missedFailures() / failures;
    }

    private static boolean judges(TrendPoint point) {
        return point.observe() && !point.all() && point.failed() >= 0;
    }
}
