package io.jenkins.plugins.mlci.plugin.shared.page;

import hudson.model.Api;
import io.jenkins.plugins.mlci.plugin.shared.jenkins.JenkinsFacade;
import io.jenkins.plugins.mlci.plugin.shared.store.SharedHistory;
import io.jenkins.plugins.mlci.plugin.shared.watch.Impact;
import io.jenkins.plugins.mlci.plugin.shared.watch.ImpactSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** What the decisions of the last 90 days brought and what they cost, as a whole and by job. */
@ExportedBean
public final class ImpactPage extends MlPage {
    private static final Duration WINDOW = Duration.ofDays(90);

    ImpactPage(MachineLearningLink link, JenkinsFacade jenkins) {
        super(link, jenkins);
    }

    @Override
    public String getUrlName() {
        return "impact";
    }

    @Override
    public String getDisplayName() {
        return Messages.ImpactPage_DisplayName();
    }

    @Override
    public String getDescription() {
        return Messages.ImpactPage_Description(WINDOW.toDays());
    }

    /** The page as JSON or XML. */
    public Api getApi() {
        return new Api(this);
    }

    /** The figures of all jobs added up, figures and counter-figures in the order of the plugins. */
    @Exported
    public List<ImpactRow> getTotals() {
        return sum(impacts(), "");
    }

    /** The figures of each job. */
    @Exported
    public List<ImpactRow> getJobs() {
        Map<String, List<Impact>> byJob = new LinkedHashMap<>();
        impacts().forEach(impact -> byJob.computeIfAbsent(impact.job(), job -> new ArrayList<>())
                .add(impact));
        List<ImpactRow> rows = new ArrayList<>();
        byJob.forEach((job, impacts) -> rows.addAll(sum(impacts, job)));
        return rows;
    }

    private List<Impact> impacts() {
        Instant since = jenkins().clock().instant().minus(WINDOW);
        List<Impact> impacts = new ArrayList<>();
        for (ImpactSource source : jenkins().all(ImpactSource.class)) {
            impacts.addAll(SharedHistory.get().ask(history -> source.impact(history, since), List.of()));
        }
        return impacts;
    }

    static List<ImpactRow> sum(List<Impact> impacts, String job) {
        Map<String, ImpactRow> rows = new LinkedHashMap<>();
        for (Impact impact : impacts) {
            rows.merge(impact.measure() + '\n' + impact.unit(), ImpactRow.of(impact, job), ImpactRow::plus);
        }
        return List.copyOf(rows.values());
    }
}
