package io.jenkins.plugins.mlci.deploygate.incident;

import java.util.List;
import java.util.Optional;

/** Carries out one remedy. An extension point: a plugin may bring handlers of its own. */
public interface IncidentHandler {
    /** What kind of remedy it is; it acts only where this kind is allowed. */
    Remedy remedy();

    /**
     * What it would do about an incident, in a sentence; empty when it has nothing to do there.
     */
    Optional<String> plan(IncidentSituation situation);

    /**
     * Does it.
     *
     * @return what was done
     * @throws RemedyException when it cannot
     */
    String act(IncidentSituation situation, RemedyActions actions);

    /** The handlers that come with the engine: roll back, retry, notify, in the order in which they are tried. */
    static List<IncidentHandler> builtIn() {
        return List.of(new RollBackHandler(), new RetryHandler(), new NotifyHandler());
    }
}
