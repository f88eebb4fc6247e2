package io.jenkins.plugins.mlci.deploygate.incident;

import java.util.Optional;

/** Runs the affected job once more, where that is suggested, and never more than twice for one incident. */
public final class RetryHandler implements IncidentHandler {
    private static final int MOST_RETRIES = 2;

    @Override
    public Remedy remedy() {
        return Remedy.RETRY;
    }

    @Override
    public Optional<String> plan(IncidentSituation situation) {
        String job = situation.incident().job();
        boolean sensible = situation.suggests(Remedy.RETRY) && !job.isBlank() && situation.retries() < MOST_RETRIES;
        return sensible ? Optional.of("Run " + job + " once more.") : Optional.empty();
    }

    @Override
    public String act(IncidentSituation situation, RemedyActions actions) {
        return actions.retry(situation.incident().job());
    }
}
