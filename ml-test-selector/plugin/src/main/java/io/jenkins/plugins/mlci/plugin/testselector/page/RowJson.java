package io.jenkins.plugins.mlci.plugin.testselector.page;

import io.jenkins.plugins.mlci.plugin.testselector.report.Contribution;
import io.jenkins.plugins.mlci.plugin.testselector.report.Explanation;
import io.jenkins.plugins.mlci.plugin.testselector.report.Numbers;
import io.jenkins.plugins.mlci.plugin.testselector.report.RowPage;
import io.jenkins.plugins.mlci.plugin.testselector.report.RowQuery;
import io.jenkins.plugins.mlci.plugin.testselector.report.TestRow;
import io.jenkins.plugins.mlci.shared.history.Outcome;
import io.jenkins.plugins.mlci.shared.history.TestRun;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Rows of a selection as JSON; numbers twice, once to calculate with and once to read. An unknown number is null. */
final class RowJson {
    private RowJson() {}

    static Map<String, Object> page(RowPage page, RowQuery query) {
        List<Map<String, Object>> rows = new ArrayList<>();
        page.rows().forEach(row -> rows.add(row(row.index(), row.test())));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("start", query.start());
        json.put("matching", page.matching());
        json.put("total", page.total());
        json.put("rows", rows);
        return json;
    }

    static Map<String, Object> row(int index, TestRow row) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("index", index);
        json.put("suite", row.suite());
        json.put("className", row.className());
        json.put("method", row.method());
        json.put("selected", row.selected());
        json.put("probability", finite(row.probability()));
        json.put("probabilityText", Numbers.percent(row.probability()));
        json.put("seconds", finite(row.seconds()));
        json.put("secondsText", Numbers.duration(row.seconds()));
        json.put("reasons", row.reasons());
        json.put("outcome", row.outcome() == null ? null : text(row.outcome()));
        json.put("missed", row.missed());
        return json;
    }

    /** One test with what decided, and its last runs, newest first. */
    static Map<String, Object> detail(int index, TestRow row, List<TestRun> runs) {
        Map<String, Object> json = row(index, row);
        List<Map<String, Object>> parts = new ArrayList<>();
        for (Contribution part : row.contributions()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("name", part.name());
            entry.put("meaning", Explanation.meaning(part.name()));
            entry.put("value", finite(part.value()));
            entry.put("logOdds", part.logOdds());
            parts.add(entry);
        }
        json.put("contributions", parts);
        List<Map<String, Object>> outcomes = new ArrayList<>();
        for (TestRun run : runs) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("build", run.build().id().number());
            entry.put("outcome", text(run.outcome()));
            entry.put("seconds", finite(run.seconds()));
            entry.put("secondsText", Numbers.duration(run.seconds()));
            outcomes.add(entry);
        }
        json.put("runs", outcomes);
        return json;
    }

    private static String text(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    private static Object finite(double value) {
        return Double.isFinite(value) ? (Object) value : null;
    }
}
