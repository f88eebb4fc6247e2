package io.jenkins.plugins.mlci.plugin.deploygate.chart;

import io.jenkins.plugins.mlci.plugin.shared.chart.Svg;
import java.util.List;

/** Draws a few numbers of a trend as bars, the newest right; a number that is not known has no bar. */
public final class Sparkline {
    private static final int WIDTH = 180;
    private static final int HEIGHT = 44;

    private Sparkline() {}

    /**
     * The picture.
     *
     * @param values oldest first; NaN when unknown
     * @param names what each is, as many
     * @param title what a screen reader says
     */
    public static String svg(List<Double> values, List<String> names, String title) {
        double most = values.stream()
                .filter(each -> Double.isFinite(each))
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        Svg svg = new Svg(WIDTH, HEIGHT, title);
        svg.line(0, HEIGHT - 1.0, WIDTH, HEIGHT - 1.0, "mlci-chart__axis");
        double slot = (double) WIDTH / Math.max(1, values.size());
        for (int i = 0; i < values.size(); i++) {
            double value = values.get(i);
            if (Double.isFinite(value) && most > 0) {
                double tall = Math.max(1, (HEIGHT - 4) * value / most);
                svg.bar(slot * i + slot * 0.15, HEIGHT - 1 - tall, slot * 0.7, tall, "mlci-chart__bar", names.get(i));
            }
        }
        return svg.toString();
    }
}
