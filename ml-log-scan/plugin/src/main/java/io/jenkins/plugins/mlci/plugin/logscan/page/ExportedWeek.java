package io.jenkins.plugins.mlci.plugin.logscan.page;

import io.jenkins.plugins.mlci.plugin.logscan.trend.Weeks;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** A week as a row of a table and as JSON. */
@ExportedBean(defaultVisibility = 2)
public final class ExportedWeek {
    private final Weeks.Week week;
    private final List<String> categories;

    ExportedWeek(Weeks.Week week, List<String> categories) {
        this.week = week;
        this.categories = categories;
    }

    /** Its Monday, for example {@code 2026-11-23}. */
    @Exported
    public String getMonday() {
        return week.monday().toString();
    }

    /** Failed builds. */
    @Exported
    public int getTotal() {
        return week.total();
    }

    /** Failed builds by category; none is left out. */
    @Exported
    public Map<String, Integer> getCounts() {
        return new TreeMap<>(week.counts());
    }

    /** The numbers in the order of the table. */
    public List<Integer> getCells() {
        return categories.stream()
                .map(category -> week.counts().getOrDefault(category, 0))
                .toList();
    }
}
