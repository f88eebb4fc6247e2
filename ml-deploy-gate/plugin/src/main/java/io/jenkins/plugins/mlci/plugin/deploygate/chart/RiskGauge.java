package io.jenkins.plugins.mlci.plugin.deploygate.chart;

import io.jenkins.plugins.mlci.plugin.shared.chart.Svg;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** Draws a probability with its interval on a bar on which the verdicts of the policy are marked and named. */
public final class RiskGauge {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 118;
    private static final int SIDE = 24;
    private static final double TOP = 40;
    private static final double TALL = 26;
    private static final double MIDDLE = TOP + TALL / 2;
    private static final double LEAST_ROOM = 56;

    private RiskGauge() {}

    /**
     * What is drawn; all between 0 and 1, and {@code low <= probability <= high}.
     *
     * @param canary from here on a canary is asked for; more than 1 never
     * @param approve from here on approval; more than 1 never
     * @param block from here on blocked; more than 1 never
     */
    public record Risk(double probability, double low, double high, double canary, double approve, double block) {}

    /** The picture. */
    public static String svg(Risk risk) {
        double end = Math.min(1, Scale.end(0.05, marks(risk)));
        Svg svg = new Svg(WIDTH, HEIGHT, text(risk));
        zone(svg, end, 0, risk.canary, "proceed");
        zone(svg, end, risk.canary, risk.approve, "canary");
        zone(svg, end, risk.approve, risk.block, "approve");
        zone(svg, end, risk.block, 1.01, "block");
        for (int i = 0; i <= 4; i++) {
            double value = end * i / 4;
            svg.line(x(value, end), TOP + TALL, x(value, end), TOP + TALL + 5, "mlci-chart__axis");
            svg.label(x(value, end), TOP + TALL + 19, "middle", percent(value));
        }
        double low = x(risk.low, end);
        double high = x(risk.high, end);
        svg.bar(low, MIDDLE - 4, Math.max(1, high - low), 8, "mlci-gauge__interval", text(risk));
        svg.line(low, MIDDLE - 9, low, MIDDLE + 9, "mlci-gauge__whisker");
        svg.line(high, MIDDLE - 9, high, MIDDLE + 9, "mlci-gauge__whisker");
        double here = x(risk.probability, end);
        svg.path(
                new double[] {here, MIDDLE - 12, here + 9, MIDDLE, here, MIDDLE + 12, here - 9, MIDDLE},
                true,
                "mlci-gauge__mark",
                percent(risk.probability));
        svg.label(
                WIDTH / 2.0,
                HEIGHT - 8,
                "middle",
                "probability that this deployment fails; the bar is where it lies with 90 % confidence");
        return svg.toString();
    }

    /** The same in a sentence, for who does not see the picture. */
    public static String text(Risk risk) {
        StringBuilder text = new StringBuilder("Probability of a failure ")
                .append(percent(risk.probability))
                .append(", between ")
                .append(percent(risk.low))
                .append(" and ")
                .append(percent(risk.high))
                .append(". The policy asks for");
        String before = " ";
        for (Object[] each : new Object[][] {
            {"a canary", risk.canary, risk.approve}, {"approval", risk.approve, risk.block}, {"a stop", risk.block, 2.0}
        }) {
            if ((Double) each[1] <= 1 && (Double) each[1] < (Double) each[2]) {
                text.append(before)
                        .append(each[0])
                        .append(" from ")
                        .append(percent((Double) each[1]))
                        .append(" on");
                before = ", ";
            }
        }
        return before.equals(" ")
                ? text.append(" nothing at any risk.").toString()
                : text.append('.').toString();
    }

    /** The axis shows the interval, and the next threshold above it. */
    private static DoubleStream marks(Risk risk) {
        double next = DoubleStream.of(risk.canary, risk.approve, risk.block)
                .filter(each -> each > risk.high && each <= 1)
                .min()
                .orElse(0);
        return DoubleStream.of(risk.high * 1.05, next * 1.15);
    }

    private static void zone(Svg svg, double end, double from, double to, String verdict) {
        double begin = Math.min(from, end);
        double stop = Math.min(to, end);
        double width = x(stop, end) - x(begin, end);
        if (width <= 0) {
            return;
        }
        svg.bar(x(begin, end), TOP, width, TALL, "mlci-gauge__zone mlci-gauge__zone--" + verdict, verdict);
        if (from > 0) {
            svg.line(x(begin, end), TOP - 8, x(begin, end), TOP + TALL, "mlci-gauge__threshold");
        }
        if (width >= LEAST_ROOM) {
            svg.label(x(begin, end) + 4, TOP - 10, "start", from > 0 ? verdict + " from " + percent(from) : verdict);
        }
    }

    private static double x(double value, double end) {
        return SIDE + (WIDTH - 2 * SIDE) * Math.min(1, value / end);
    }

    static String percent(double share) {
        String text = String.format(Locale.ROOT, share < 0.1 ? "%.1f" : "%.0f", 100 * share);
        return (text.endsWith(".0") ? text.substring(0, text.length() - 2) : text) + " %";
    }
}
