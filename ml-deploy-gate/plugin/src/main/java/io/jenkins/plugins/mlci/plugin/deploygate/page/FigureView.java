package io.jenkins.plugins.mlci.plugin.deploygate.page;

import io.jenkins.plugins.mlci.deploygate.delivery.DoraFigures;
import io.jenkins.plugins.mlci.plugin.deploygate.chart.Sparkline;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** One of the four figures with its trend. */
public final class FigureView {
    private final String name;
    private final String now;
    private final String before;
    private final List<DoraFigures> trend;
    private final ToDoubleFunction<DoraFigures> value;
    private final Function<DoraFigures, String> text;

    FigureView(
            String name,
            String now,
            String before,
            List<DoraFigures> trend,
            ToDoubleFunction<DoraFigures> value,
            Function<DoraFigures, String> text) {
        this.name = name;
        this.now = now;
        this.before = before;
        this.trend = trend;
        this.value = value;
        this.text = text;
    }

    public String getName() {
        return name;
    }

    /** Of the last 30 days. */
    public String getNow() {
        return now;
    }

    /** Of the 30 days before. */
    public String getBefore() {
        return before;
    }

    /** The weeks as a picture. */
    public String getSvg() {
        return Sparkline.svg(
                trend.stream().map(each -> value.applyAsDouble(each)).toList(),
                getWeeks(),
                name + " in the last " + trend.size() + " weeks, the newest right.");
    }

    /** The weeks in words, oldest first. */
    public List<String> getWeeks() {
        List<String> weeks = new ArrayList<>();
        for (DoraFigures each : trend) {
            weeks.add("Week from " + each.from().toString().substring(0, 10) + ": " + text.apply(each));
        }
        return weeks;
    }
}
