package io.jenkins.plugins.mlci.plugin.testselector.page;

import io.jenkins.plugins.mlci.plugin.testselector.report.RowQuery;
import io.jenkins.plugins.mlci.plugin.testselector.report.SelectionReport;
import io.jenkins.plugins.mlci.plugin.testselector.report.TestRow;
import io.jenkins.plugins.mlci.plugin.testselector.store.Histories;
import io.jenkins.plugins.mlci.shared.history.TestRun;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.kohsuke.stapler.HttpResponse;

/** Answers the requests of the table; what cannot be answered gets a sentence. */
final class TableRequests {
    private static final int RUNS = 30;

    private TableRequests() {}

    static HttpResponse page(SelectionAction action, Supplier<RowQuery> query) {
        try {
            RowQuery asked = query.get();
            return new JsonResponse(
                    200, RowJson.page(asked.apply(action.report().tests()), asked));
        } catch (IllegalArgumentException e) {
            return problem(400, e.getMessage());
        } catch (IOException e) {
            return problem(404, e.getMessage());
        }
    }

    static HttpResponse detail(SelectionAction action, String row) {
        try {
            SelectionReport report = action.report();
            int index = row == null ? -1 : Integer.parseInt(row.strip());
            if (index < 0 || index >= report.tests().size()) {
                return problem(404, "There is no such row.");
            }
            TestRow test = report.tests().get(index);
            String job = action.historyJob();
            List<TestRun> runs = Histories.ask(store -> store.tests().runs(job, test.test(), RUNS), List.of());
            return new JsonResponse(200, RowJson.detail(index, test, runs));
        } catch (NumberFormatException e) {
            return problem(400, "\"row\" is a whole number.");
        } catch (IOException e) {
            return problem(404, e.getMessage());
        }
    }

    private static HttpResponse problem(int status, String sentence) {
        return new JsonResponse(status, Map.of("error", sentence));
    }
}
