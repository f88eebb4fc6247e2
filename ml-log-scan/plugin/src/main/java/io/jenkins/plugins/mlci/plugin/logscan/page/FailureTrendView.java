package io.jenkins.plugins.mlci.plugin.logscan.page;

import io.jenkins.plugins.mlci.logscan.signature.Recurring;
import io.jenkins.plugins.mlci.plugin.logscan.report.Wording;
import io.jenkins.plugins.mlci.plugin.logscan.trend.WeekChart;
import io.jenkins.plugins.mlci.plugin.logscan.trend.Weeks;
import java.util.List;

/** The failures of a job, in words and pictures. */
public final class FailureTrendView {
    private static final int MOST_ROWS = 50;

    private final Weeks weeks;
    private final List<Recurring> failures;
    private final String problem;

    FailureTrendView(Weeks weeks, List<Recurring> failures, String problem) {
        this.weeks = weeks;
        this.failures = failures;
        this.problem = problem;
    }

    /** Why nothing can be shown; empty when it can. */
    public String getProblem() {
        return problem;
    }

    /** Whether no failure is known at all. */
    public boolean isBlank() {
        return failures.isEmpty();
    }

    /** Whether the last weeks had no failure. */
    public boolean isQuiet() {
        return weeks.total() == 0;
    }

    /** What stands out, in one sentence. */
    public String getVerdict() {
        if (isQuiet()) {
            return "No build failed in the last " + FailureTrend.WEEKS + " weeks that was scanned.";
        }
        String most = weeks.categories().get(0);
        return Wording.count(weeks.total(), "scanned build") + " failed in the last " + FailureTrend.WEEKS
                + " weeks, most often by " + Wording.category(most).toLowerCase(java.util.Locale.ROOT) + " ("
                + weeks.total(most) + "). "
                + Wording.count(
                        failures.stream().filter(each -> each.count() > 1).count(), "failure")
                + " came more than once.";
    }

    /** The picture. */
    public WeekChart getChart() {
        return new WeekChart(weeks);
    }

    /** The heads of the columns of the table behind the picture. */
    public List<String> getCategories() {
        return weeks.categories().stream().map(Wording::category).toList();
    }

    /** The rows of the table behind the picture. */
    public List<ExportedWeek> getWeekRows() {
        return weeks.weeks().stream()
                .map(week -> new ExportedWeek(week, weeks.categories()))
                .toList();
    }

    /** The failures, the most frequent first, at most 50. */
    public List<FailureRow> getFailures() {
        return failures.stream().limit(MOST_ROWS).map(FailureRow::new).toList();
    }
}
