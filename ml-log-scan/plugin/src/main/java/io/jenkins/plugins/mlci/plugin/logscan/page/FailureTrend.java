package io.jenkins.plugins.mlci.plugin.logscan.page;

import hudson.model.Action;
import hudson.model.Api;
import hudson.model.Job;
import io.jenkins.plugins.mlci.logscan.signature.Recurring;
import io.jenkins.plugins.mlci.logscan.signature.RecurringFailures;
import io.jenkins.plugins.mlci.plugin.logscan.trend.Weeks;
import io.jenkins.plugins.mlci.plugin.shared.jenkins.JenkinsFacade;
import io.jenkins.plugins.mlci.plugin.shared.store.SharedHistory;
import io.jenkins.plugins.mlci.plugin.shared.store.StoreStatus;
import io.jenkins.plugins.mlci.shared.history.FailureSignature;
import java.time.ZoneId;
import java.util.List;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** Why the builds of a job failed, week by week, and which failures come again and again. */
@ExportedBean
public final class FailureTrend implements Action {
    /** Where the page is. */
    public static final String URL = "ml-log-failures";

    static final int WEEKS = 12;
    private static final int MOST_FAILURES = 2_000;

    private final Job<?, ?> job;

    FailureTrend(Job<?, ?> job) {
        this.job = job;
    }

    /** The job. */
    public Job<?, ?> getJob() {
        return job;
    }

    @Override
    public String getIconFileName() {
        return "symbol-search";
    }

    @Override
    public String getDisplayName() {
        return Messages.FailureTrend_DisplayName();
    }

    @Override
    public String getUrlName() {
        return URL;
    }

    /** What the pages show, read anew. */
    public FailureTrendView getView() {
        Read read = SharedHistory.get()
                .ask(
                        history -> {
                            RecurringFailures all = new RecurringFailures(history, job.getFullName(), MOST_FAILURES);
                            return new Read(all.sightings(), all.list(), "");
                        },
                        null);
        if (read == null) {
            StoreStatus status = SharedHistory.get().status();
            String problem = status.sentence().isEmpty() ? "The history cannot be used now." : status.sentence();
            read = new Read(List.of(), List.of(), problem);
        }
        Weeks weeks = Weeks.of(read.sightings(), new JenkinsFacade().clock().instant(), ZoneId.systemDefault(), WEEKS);
        return new FailureTrendView(weeks, read.failures(), read.problem());
    }

    private record Read(List<FailureSignature> sightings, List<Recurring> failures, String problem) {}

    /** Failed builds by week and category, oldest first. */
    @Exported(inline = true)
    public List<ExportedWeek> getWeeks() {
        return getView().getWeekRows();
    }

    /** The failures, the most frequent first. */
    @Exported(inline = true)
    public List<FailureRow> getFailures() {
        return getView().getFailures();
    }

    /** {@code /api/json}. */
    public Api getApi() {
        return new Api(this);
    }
}
