package io.jenkins.plugins.mlci.plugin.testselector.chart;

import io.jenkins.plugins.mlci.plugin.shared.chart.Svg;
import io.jenkins.plugins.mlci.plugin.testselector.report.Numbers;
import java.util.List;

/** Draws a {@link Curve}: time to the right, failures kept upwards, the selection as a dot, the guarantee as a dashed line. */
public final class CurveChart {
    private static final int WIDTH = 520;
    private static final int HEIGHT = 240;
    private static final int LEFT = 52;
    private static final int RIGHT = 24;
    private static final int TOP = 12;
    private static final int BOTTOM = 40;

    private CurveChart() {}

    /**
     * The picture.
     *
     * @param guaranteed the share of failures that is guaranteed; NaN for none
     */
    public static String svg(Curve curve, double guaranteed) {
        Curve.Point here = curve.selection();
        String where = Numbers.percent(here.kept()) + " of the expected failures in " + Numbers.percent(here.time())
                + " of the test time";
        Svg svg = new Svg(WIDTH, HEIGHT, "Failures kept against time used. This selection keeps " + where + ".");
        for (int tick = 0; tick <= 4; tick++) {
            double share = tick / 4.0;
            svg.line(x(0), y(share), x(1), y(share), tick == 0 ? "mlci-chart__axis" : "mlci-chart__grid");
            svg.label(LEFT - 6, y(share) + 4, "end", Math.round(100 * share) + " %");
            svg.label(x(share), HEIGHT - BOTTOM + 16, "middle", Math.round(100 * share) + " %");
        }
        svg.label((x(0) + x(1)) / 2, HEIGHT - 6, "middle", "share of the test time");
        List<Curve.Point> points = curve.points();
        double[] area = new double[2 * points.size() + 4];
        double[] line = new double[2 * points.size()];
        for (int i = 0; i < points.size(); i++) {
            line[2 * i] = area[2 * i] = x(points.get(i).time());
            line[2 * i + 1] = area[2 * i + 1] = y(points.get(i).kept());
        }
        area[area.length - 4] = x(1);
        area[area.length - 3] = y(0);
        area[area.length - 2] = x(0);
        area[area.length - 1] = y(0);
        svg.path(area, "mlci-chart__area").path(line, "mlci-chart__line");
        if (Double.isFinite(guaranteed)) {
            svg.line(x(0), y(guaranteed), x(1), y(guaranteed), "mlci-chart__limit");
            svg.label(x(1), y(guaranteed) + 14, "end", Numbers.percent(guaranteed) + " guaranteed");
        }
        svg.circle(x(here.time()), y(here.kept()), 5, "mlci-chart__mark", "This selection: " + where);
        return svg.toString();
    }

    private static double x(double share) {
        return LEFT + share * (WIDTH - LEFT - RIGHT);
    }

    private static double y(double share) {
        return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM);
    }
}
