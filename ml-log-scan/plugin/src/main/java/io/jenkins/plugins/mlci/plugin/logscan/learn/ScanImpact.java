package io.jenkins.plugins.mlci.plugin.logscan.learn;

import hudson.Extension;
import io.jenkins.plugins.mlci.plugin.logscan.scan.Ledger;
import io.jenkins.plugins.mlci.plugin.logscan.scan.Opinion;
import io.jenkins.plugins.mlci.plugin.shared.watch.Impact;
import io.jenkins.plugins.mlci.plugin.shared.watch.ImpactSource;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What log scans brought, and where they were wrong, for the page about impact. Jobs of which nothing is known are left out. */
@Extension
public final class ScanImpact implements ImpactSource {
    private static final int NEWEST = 5000;

    @Override
    public List<Impact> impact(HistoryStore history, Instant since) {
        List<Impact> figures = new ArrayList<>();
        for (String job : history.jobs().names()) {
            List<Ledger.Entry> builds = Ledger.of(history, job, since, NEWEST);
            if (!builds.isEmpty()) {
                figures.addAll(figures(job, builds));
            }
        }
        return figures;
    }

    private static List<Impact> figures(String job, List<Ledger.Entry> builds) {
        int confirmed = 0;
        int noise = 0;
        int tried = 0;
        int helped = 0;
        int failedAgain = 0;
        int secrets = 0;
        for (Ledger.Entry each : builds) {
            // A failure may have several causes: it was found when one of them is right.
            boolean right = each.opinions().contains(Opinion.CAUSE);
            confirmed += right ? 1 : 0;
            noise += !right && each.opinions().contains(Opinion.NOISE) ? 1 : 0;
            tried += each.retries() > 0 ? 1 : 0;
            helped += each.helped();
            failedAgain += each.retries() - each.helped();
            secrets += each.secrets();
        }
        return List.of(
                new Impact(job, "Failures whose cause somebody confirmed", confirmed, "failures", true),
                new Impact(job, "Failures whose cause somebody called noise", noise, "failures", false),
                new Impact(job, "Builds that tried again, since a failure looked transient", tried, "builds", true),
                new Impact(job, "Retries that ended well", helped, "retries", true),
                new Impact(job, "Retries that failed in the same way", failedAgain, "retries", false),
                new Impact(job, "Secrets found in logs", secrets, "places", true));
    }
}
