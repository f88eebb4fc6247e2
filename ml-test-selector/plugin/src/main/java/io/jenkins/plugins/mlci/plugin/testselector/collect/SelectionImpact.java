package io.jenkins.plugins.mlci.plugin.testselector.collect;

import hudson.Extension;
import io.jenkins.plugins.mlci.plugin.shared.watch.Impact;
import io.jenkins.plugins.mlci.plugin.shared.watch.ImpactSource;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import io.jenkins.plugins.mlci.testselector.service.SelectionOutcome;
import io.jenkins.plugins.mlci.testselector.service.SelectionService;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What test selection brought and what it cost, for the page about impact. */
@Extension
public final class SelectionImpact implements ImpactSource {
    private static final int NEWEST_BUILDS = 500;
    private static final double SECONDS = 60;

    @Override
    public List<Impact> impact(HistoryStore history, Instant since) {
        SelectionService service = new SelectionService(history, Clock.systemUTC());
        List<Impact> figures = new ArrayList<>();
        for (String job : history.jobs().names()) {
            boolean selects = service.newestDecisions(job, 1).stream()
                    .anyMatch(decision -> !decision.taken().isBefore(since));
            if (selects) {
                figures.addAll(figures(job, service.impact(job, NEWEST_BUILDS), since));
            }
        }
        return figures;
    }

    private static List<Impact> figures(
            String job, io.jenkins.plugins.mlci.testselector.service.Impact impact, Instant since) {
        double saved = 0;
        double wouldSave = 0;
        int judged = 0;
        int kept = 0;
        int later = 0;
        for (int i = 0; i < impact.outcomes().size(); i++) {
            SelectionOutcome outcome = impact.outcomes().get(i);
            if (outcome.selection().taken().isBefore(since)) {
                continue;
            }
            if (outcome.selection().leftOut()) {
                saved += outcome.savedSeconds();
            } else {
                wouldSave += outcome.savedSeconds();
            }
            if (outcome.conclusive() && outcome.failures() > 0) {
                judged++;
                kept += outcome.missedBuild() ? 0 : 1;
            }
            later += impact.foundLater().get(i);
        }
        return List.of(
                new Impact(job, "Test time saved", saved / SECONDS, "min", true),
                new Impact(
                        job, "Test time that observed selections would have saved", wouldSave / SECONDS, "min", true),
                new Impact(job, "Failures found later than they could have been", later, "failures", false),
                new Impact(job, "Failing builds that the selection would have seen", kept, "builds", true),
                new Impact(
                        job, "Failing builds that the selection would not have seen", judged - kept, "builds", false));
    }
}
