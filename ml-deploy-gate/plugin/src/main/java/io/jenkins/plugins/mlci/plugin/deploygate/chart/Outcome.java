package io.jenkins.plugins.mlci.plugin.deploygate.chart;

import io.jenkins.plugins.mlci.plugin.shared.chart.Svg;

/** How a deployment went, as a mark: each has a shape of its own, so that nobody needs the colours. */
public enum Outcome {
    GOOD("good"),
    ROLLED_BACK("rolled back"),
    FAILED("failed"),
    INCIDENT("caused an incident"),
    ABORTED("aborted"),
    UNKNOWN("not known yet");

    private final String words;

    Outcome(String words) {
        this.words = words;
    }

    /** In words, as part of a sentence. */
    public String words() {
        return words;
    }

    /** Whether it counts as a failure. */
    public boolean isFailure() {
        return this == ROLLED_BACK || this == FAILED || this == INCIDENT;
    }

    /** The sign that texts use for the mark. */
    public String sign() {
        return switch (this) {
            case GOOD -> "\u25cf";
            case ROLLED_BACK -> "\u25c0";
            case FAILED -> "\u2715";
            case INCIDENT -> "\u25b2";
            case ABORTED -> "\u2013";
            case UNKNOWN -> "\u25cb";
        };
    }

    void draw(Svg svg, double x, double y, String title) {
        switch (this) {
            case GOOD -> svg.circle(x, y, 4, "mlci-chart__good", title);
            case ROLLED_BACK ->
                svg.path(new double[] {x - 6, y, x + 4, y - 6, x + 4, y + 6}, true, "mlci-chart__bad", title);
            case FAILED ->
                svg.path(
                        new double[] {x - 5, y - 5, x + 5, y + 5, x, y, x + 5, y - 5, x - 5, y + 5},
                        false,
                        "mlci-chart__cross",
                        title);
            case INCIDENT ->
                svg.path(new double[] {x, y - 6, x + 6, y + 5, x - 6, y + 5}, true, "mlci-chart__bad", title);
            case ABORTED -> svg.bar(x - 5, y - 1.5, 10, 3, "mlci-chart__neutral", title);
            case UNKNOWN -> svg.circle(x, y, 4, "mlci-chart__open", title);
        }
    }
}
