package io.jenkins.plugins.mlci.plugin.deploygate.service;

import hudson.Extension;
import io.jenkins.plugins.mlci.deploygate.delivery.PredictionDrift;
import io.jenkins.plugins.mlci.deploygate.gate.EnvironmentReader;
import io.jenkins.plugins.mlci.plugin.shared.watch.TroubleSource;
import io.jenkins.plugins.mlci.shared.history.HistoryStore;
import io.jenkins.plugins.mlci.shared.watch.DriftLevel;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Tells admins of environments whose predicted risk has drifted far from what happens. */
@Extension
public final class GateTroubles implements TroubleSource {
    private static final int NEWEST = 2 * PredictionDrift.NEWEST;

    @Override
    public List<String> troubles(HistoryStore history) {
        List<String> troubles = new ArrayList<>();
        Instant now = Clock.systemUTC().instant();
        for (String environment : history.deployments().environments()) {
            PredictionDrift drift = EnvironmentReader.read(history, environment, job -> true, NEWEST, now)
                    .drift();
            if (drift.verdict().level() == DriftLevel.BROKEN) {
                troubles.add("Deployment gate, " + environment + ": " + drift.sentence());
            }
        }
        return troubles;
    }
}
