package io.jenkins.plugins.mlci.deploygate.incident;

import java.util.Optional;

/** Puts the last good deployment back, where that is suggested. */
public final class RollBackHandler implements IncidentHandler {
    @Override
    public Remedy remedy() {
        return Remedy.ROLL_BACK;
    }

    @Override
    public Optional<String> plan(IncidentSituation situation) {
        return situation.suggests(Remedy.ROLL_BACK)
                ? situation
                        .lastGood()
                        .map(good -> "Roll " + situation.incident().environment() + " back to " + good + ".")
                : Optional.empty();
    }

    @Override
    public String act(IncidentSituation situation, RemedyActions actions) {
        String good = situation
                .lastGood()
                .orElseThrow(() -> new RemedyException(
                        "No deployment is known to be good, so that there is nothing to" + " roll back to."));
        return actions.redeploy(situation.incident().environment(), good);
    }
}
