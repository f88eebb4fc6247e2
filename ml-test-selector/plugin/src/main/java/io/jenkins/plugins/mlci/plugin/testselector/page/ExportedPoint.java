package io.jenkins.plugins.mlci.plugin.testselector.page;

import io.jenkins.plugins.mlci.plugin.testselector.chart.TrendPoint;
import io.jenkins.plugins.mlci.plugin.testselector.report.Numbers;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** One build of the trend, for views and {@code /api/json}. */
@ExportedBean(defaultVisibility = 2)
public final class ExportedPoint {
    private final TrendPoint point;

    ExportedPoint(TrendPoint point) {
        this.point = point;
    }

    /** Number of the build. */
    @Exported
    public int getBuild() {
        return point.build();
    }

    /** Its name. */
    public String getName() {
        return point.name();
    }

    /** Whether all tests ran and the selection was only shown. */
    @Exported
    public boolean isObserved() {
        return point.observe();
    }

    /** Whether all tests ran by a rule. */
    @Exported
    public boolean isAll() {
        return point.all();
    }

    /** Why. */
    @Exported
    public String getReason() {
        return point.reason();
    }

    /** How many tests are known. */
    @Exported
    public int getTotal() {
        return point.tests();
    }

    /** How many were selected. */
    @Exported
    public int getSelected() {
        return point.selected();
    }

    /** The expected seconds of the others. */
    @Exported
    public double getLeftOutSeconds() {
        return point.savedSeconds();
    }

    /** How many tests failed; -1 while unknown. */
    @Exported
    public int getFailed() {
        return point.failed();
    }

    /** How many of them the selection left out; -1 while unknown. */
    @Exported
    public int getMissed() {
        return point.missed();
    }

    /** The selection in words. */
    public String getText() {
        return point.all()
                ? "all tests: " + point.reason()
                : Numbers.count(point.selected()) + " of " + Numbers.of(point.tests(), "test");
    }

    /** The time in words. */
    public String getTime() {
        return point.all()
                ? ""
                : Numbers.duration(point.savedSeconds()) + (point.observe() ? " would be saved" : " saved");
    }

    /** The failures in words. */
    public String getFailures() {
        if (point.failed() < 0) {
            return "not known yet";
        }
        String missed = point.missed() > 0 ? ", " + point.missed() + " of them left out" : "";
        return point.failed() == 0 ? "none" : point.failed() + missed;
    }
}
