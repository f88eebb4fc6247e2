package io.jenkins.plugins.mlci.plugin.deploygate.chart;

import io.jenkins.plugins.mlci.plugin.shared.chart.Svg;
import java.util.List;
import java.util.stream.DoubleStream;

/** Draws predicted beside observed failures: on the diagonal the prediction is right. */
public final class CalibrationChart {
    private static final int WIDTH = 380;
    private static final int HEIGHT = 300;
    private static final int LEFT = 56;
    private static final int RIGHT = 16;
    private static final int TOP = 14;
    private static final int BOTTOM = 48;

    private CalibrationChart() {}

    /**
     * Deployments of similar risk; all shares of 1.
     *
     * @param low lower end of the interval of what was observed
     * @param high upper end
     * @param name what they are
     */
    public record Group(double predicted, double observed, double low, double high, String name) {}

    /** The picture. */
    public static String svg(List<Group> groups) {
        double end = Math.min(
                1,
                Scale.end(0.05, groups.stream().flatMapToDouble(each -> DoubleStream.of(each.predicted, each.high))));
        Svg svg = new Svg(WIDTH, HEIGHT, "Predicted beside observed failures in " + groups.size() + " groups.");
        svg.line(x(0, end), y(0, end), x(end, end), y(0, end), "mlci-chart__axis");
        svg.line(x(0, end), y(0, end), x(0, end), y(end, end), "mlci-chart__axis");
        svg.line(x(0, end), y(0, end), x(end, end), y(end, end), "mlci-chart__limit");
        for (int i = 0; i <= 2; i++) {
            double value = end * i / 2;
            svg.label(x(value, end), HEIGHT - BOTTOM + 18, i == 2 ? "end" : "middle", RiskGauge.percent(value));
            svg.label(LEFT - 6, y(value, end) + 4, "end", RiskGauge.percent(value));
        }
        for (Group group : groups) {
            double x = x(group.predicted, end);
            svg.line(x, y(group.low, end), x, y(group.high, end), "mlci-gauge__whisker");
            svg.circle(x, y(group.observed, end), 5, "mlci-chart__mark", group.name);
        }
        svg.label((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 8, "middle", "predicted risk; upwards: what was observed");
        return svg.toString();
    }

    private static double x(double share, double end) {
        return LEFT + (WIDTH - LEFT - RIGHT) * share / end;
    }

    private static double y(double share, double end) {
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * Math.min(1, share / end);
    }
}
