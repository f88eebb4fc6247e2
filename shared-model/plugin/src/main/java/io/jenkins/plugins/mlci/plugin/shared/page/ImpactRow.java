package io.jenkins.plugins.mlci.plugin.shared.page;

import io.jenkins.plugins.mlci.plugin.shared.watch.Impact;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** One figure about a job, or about all of them. */
@ExportedBean(defaultVisibility = 3)
public final class ImpactRow {
    private final String job;
    private final String measure;
    private final double value;
    private final String unit;
    private final boolean good;

    private ImpactRow(String job, String measure, double value, String unit, boolean good) {
        this.job = job;
        this.measure = measure;
        this.value = value;
        this.unit = unit;
        this.good = good;
    }

    static ImpactRow of(Impact impact, String job) {
        return new ImpactRow(job, impact.measure(), impact.value(), impact.unit(), impact.good());
    }

    ImpactRow plus(ImpactRow other) {
        return new ImpactRow(job, measure, value + other.value, unit, good);
    }

    @Exported
    public String getJob() {
        return job;
    }

    @Exported
    public String getMeasure() {
        return measure;
    }

    @Exported
    public double getValue() {
        return value;
    }

    @Exported
    public String getUnit() {
        return unit;
    }

    /** Whether more of it is better. */
    @Exported
    public boolean isGood() {
        return good;
    }

    /** For people. */
    public String getText() {
        return Words.number(value) + " " + unit;
    }
}
