package io.jenkins.plugins.mlci.plugin.testselector.chart;

import io.jenkins.plugins.mlci.plugin.shared.chart.Svg;
import io.jenkins.plugins.mlci.plugin.testselector.report.Numbers;
import java.util.List;

/** Draws a {@link Trend}: a bar a build for the time saved, hollow where it was only observed; a cross where failures were missed. */
public final class TrendChart {
    private static final int HEIGHT = 170;
    private static final int LEFT = 58;
    private static final int RIGHT = 8;
    private static final int TOP = 16;
    private static final int BOTTOM = 36;

    private TrendChart() {}

    /** The picture, as wide as asked. */
    public static String svg(Trend trend, int width) {
        List<TrendPoint> points = trend.points();
        double most = points.stream()
                .mapToDouble(TrendPoint::savedSeconds)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        double top = most > 0 ? most : 1;
        Svg svg = new Svg(width, HEIGHT, title(trend));
        double height = HEIGHT - TOP - BOTTOM;
        double bottom = HEIGHT - BOTTOM;
        svg.line(LEFT, bottom, width - RIGHT, bottom, "mlci-chart__axis");
        svg.line(LEFT, TOP, width - RIGHT, TOP, "mlci-chart__grid");
        svg.label(LEFT - 6, bottom + 4, "end", "0 s");
        if (most > 0) {
            svg.label(LEFT - 6, TOP + 4, "end", Numbers.duration(most));
        }
        double slot = (double) (width - LEFT - RIGHT) / Math.max(1, points.size());
        double thick = Math.max(1, Math.min(18, slot * 0.7));
        for (int i = 0; i < points.size(); i++) {
            TrendPoint point = points.get(i);
            double middle = LEFT + (i + 0.5) * slot;
            if (point.all()) {
                svg.circle(middle, bottom - 5, 2.5, "mlci-chart__full", tip(point));
            } else {
                double tall = Math.max(1.5, height * Math.max(0, point.savedSeconds()) / top);
                String style = point.observe() ? "mlci-chart__bar mlci-chart__bar--observed" : "mlci-chart__bar";
                svg.bar(middle - thick / 2, bottom - tall, thick, tall, style, tip(point));
            }
            if (point.missed() > 0) {
                svg.line(middle - 4, TOP - 10, middle + 4, TOP - 2, "mlci-chart__missed");
                svg.line(middle - 4, TOP - 2, middle + 4, TOP - 10, "mlci-chart__missed");
            }
        }
        if (!points.isEmpty()) {
            svg.label(LEFT, HEIGHT - 18, "start", points.get(0).name());
            svg.label(
                    width - RIGHT,
                    HEIGHT - 18,
                    "end",
                    points.get(points.size() - 1).name());
        }
        svg.label((LEFT + width - RIGHT) / 2.0, HEIGHT - 4, "middle", "test time left out, by build");
        return svg.toString();
    }

    private static String title(Trend trend) {
        return "Test time left out in " + Numbers.of(trend.points().size(), "build") + ": "
                + Numbers.duration(trend.saved()) + " saved, " + Numbers.duration(trend.wouldSave())
                + " would have been saved.";
    }

    private static String tip(TrendPoint point) {
        if (point.all()) {
            return point.name() + ": all tests ran, " + point.reason();
        }
        String missed = point.missed() > 0 ? ", " + Numbers.of(point.missed(), "failure") + " missed" : "";
        return point.name() + ": " + Numbers.count(point.selected()) + " of " + Numbers.of(point.tests(), "test") + ", "
                + Numbers.duration(point.savedSeconds()) + (point.observe() ? " would be saved" : " saved") + missed;
    }
}
