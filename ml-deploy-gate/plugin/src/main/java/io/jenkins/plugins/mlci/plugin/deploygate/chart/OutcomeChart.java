package io.jenkins.plugins.mlci.plugin.deploygate.chart;

import io.jenkins.plugins.mlci.plugin.shared.chart.Svg;
import java.util.List;

/** Draws deployments one after the other: how high their risk was, and by the shape of the mark how they went. */
public final class OutcomeChart {
    private static final int HEIGHT = 190;
    private static final int LEFT = 52;
    private static final int RIGHT = 14;
    private static final int TOP = 16;
    private static final int BOTTOM = 46;

    private OutcomeChart() {}

    /**
     * One deployment.
     *
     * @param position along the axis, [0, 1]
     * @param risk that it was given; NaN when the gate was not asked, then it stands on the axis
     * @param name what it is
     */
    public record Point(double position, double risk, Outcome outcome, String name) {}

    /**
     * The picture.
     *
     * @param points by rising position
     * @param first what stands at the left end of the axis
     * @param last what stands at its right end
     * @param width in pixels
     */
    public static String svg(List<Point> points, String first, String last, int width) {
        double end = Math.min(1, Scale.end(0.05, points.stream().mapToDouble(Point::risk)));
        Svg svg = new Svg(width, HEIGHT, title(points));
        for (int i = 0; i <= 2; i++) {
            double value = end * i / 2;
            svg.line(
                    LEFT,
                    y(value, end),
                    width - RIGHT,
                    y(value, end),
                    i == 0 ? "mlci-chart__axis" : "mlci-chart__grid");
            svg.label(LEFT - 6, y(value, end) + 4, "end", RiskGauge.percent(value));
        }
        for (Point point : points) {
            double x = LEFT + 8 + (width - LEFT - RIGHT - 16) * point.position;
            boolean asked = Double.isFinite(point.risk);
            String risk = asked ? "risk " + RiskGauge.percent(point.risk) : "gate not asked";
            point.outcome.draw(
                    svg, x, y(asked ? point.risk : 0, end), point.name + ": " + risk + ", " + point.outcome.words());
        }
        svg.label(LEFT, HEIGHT - 28, "start", first);
        svg.label(width - RIGHT, HEIGHT - 28, "end", last);
        svg.label(LEFT, HEIGHT - 8, "start", legend(points));
        return svg.toString();
    }

    /** What the marks mean that are there. */
    private static String legend(List<Point> points) {
        StringBuilder legend = new StringBuilder("risk by deployment:");
        for (Outcome outcome : Outcome.values()) {
            if (points.stream().anyMatch(each -> each.outcome == outcome)) {
                legend.append("  ").append(outcome.sign()).append(' ').append(outcome.words());
            }
        }
        if (points.stream().anyMatch(each -> !Double.isFinite(each.risk))) {
            legend.append("  on the axis: gate not asked");
        }
        return legend.toString();
    }

    private static String title(List<Point> points) {
        long failures = points.stream().filter(each -> each.outcome.isFailure()).count();
        long good = points.stream().filter(each -> each.outcome == Outcome.GOOD).count();
        return points.size() + " deployments: " + good + " good, " + failures
                + " failed, rolled back or with an incident.";
    }

    private static double y(double risk, double end) {
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * Math.min(1, risk / end);
    }
}
