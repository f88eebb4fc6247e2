package io.jenkins.plugins.mlci.plugin.testselector.chart;

import io.jenkins.plugins.mlci.plugin.testselector.report.TestRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Expected failures kept against test time used, when tests run in the order of probability a second.
 *
 * <p>The expected failures of a set of tests are the sum of their probabilities, so the share kept by a set is its sum over that of
 * all tests.
 *
 * @param points from (0, 0) to (1, 1), both shares growing
 * @param selection where the selection itself lies
 */
public record Curve(List<Point> points, Point selection) {
    private static final int MOST_POINTS = 120;

    /**
     * One point.
     *
     * @param time share of the test time, [0, 1]
     * @param kept expected share of the failures, [0, 1]
     * @param tests how many tests
     */
    public record Point(double time, double kept, int tests) {}

    public Curve {
        points = List.copyOf(points);
    }

    /** The curve of these tests; of no tests, or of tests without any time, a straight line. */
    public static Curve of(List<TestRow> tests) {
        double allTime = tests.stream().mapToDouble(Curve::seconds).sum();
        double allRisk = tests.stream().mapToDouble(TestRow::probability).sum();
        List<TestRow> ordered = new ArrayList<>(tests);
        ordered.sort(Comparator.comparingInt(TestRow::rankTime));
        List<Point> points = new ArrayList<>();
        points.add(new Point(0, 0, 0));
        double time = 0;
        double risk = 0;
        double step = 1.0 / MOST_POINTS;
        int count = 0;
        for (TestRow row : ordered) {
            time += seconds(row);
            risk += row.probability();
            count++;
            Point point = new Point(share(time, allTime), share(risk, allRisk), count);
            Point last = points.get(points.size() - 1);
            if (point.time() - last.time() >= step || point.kept() - last.kept() >= step) {
                points.add(point);
            }
        }
        if (points.get(points.size() - 1).tests() < count || count == 0) {
            points.add(new Point(1, 1, count));
        }
        List<TestRow> selected = tests.stream().filter(TestRow::selected).toList();
        Point selection = new Point(
                share(selected.stream().mapToDouble(Curve::seconds).sum(), allTime),
                share(selected.stream().mapToDouble(TestRow::probability).sum(), allRisk),
                selected.size());
        return new Curve(points, selection);
    }

    /** The expected share of failures kept within a share of the test time. */
    public double keptAt(double time) {
        Point before = points.get(0);
        for (Point point : points) {
            if (point.time() > time) {
                double width = point.time() - before.time();
                double part = width == 0 ? 0 : (time - before.time()) / width;
                return before.kept() + part * (point.kept() - before.kept());
            }
            before = point;
        }
        return before.kept();
    }

    private static double seconds(TestRow row) {
        return Double.isFinite(row.seconds()) ? row.seconds() : 0;
    }

    private static double share(double part, double whole) {
        return whole > 0 ? Math.min(1, part / whole) : 1;
    }
}
