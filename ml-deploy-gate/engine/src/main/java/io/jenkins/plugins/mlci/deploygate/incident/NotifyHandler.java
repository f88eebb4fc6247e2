package io.jenkins.plugins.mlci.deploygate.incident;

import java.util.Optional;
import java.util.stream.Collectors;

/** Tells people what broke and what is suggested. */
public final class NotifyHandler implements IncidentHandler {
    @Override
    public Remedy remedy() {
        return Remedy.NOTIFY;
    }

    @Override
    public Optional<String> plan(IncidentSituation situation) {
        return Optional.of("Tell people of " + situation.incident().id() + ".");
    }

    @Override
    public String act(IncidentSituation situation, RemedyActions actions) {
        IncidentRecord incident = situation.incident();
        String suggestions =
                situation.suggestions().stream().map(Suggestion::sentence).collect(Collectors.joining("\n- "));
        return actions.tell(
                incident,
                incident.id() + " in " + incident.environment() + ": " + incident.title()
                        + (suggestions.isEmpty() ? "" : "\n- " + suggestions));
    }
}
