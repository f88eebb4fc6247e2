package io.jenkins.plugins.mlci.deploygate.incident;

import java.util.List;
import java.util.Optional;

/**
 * All that a handler may look at.
 *
 * @param incident what broke
 * @param suggestions what is suggested, the best founded first
 * @param lastGood the last deployment there that is known to be good; empty when none is
 * @param retries how often this incident's job was retried already, 0 or more
 */
public record IncidentSituation(
        IncidentRecord incident, List<Suggestion> suggestions, Optional<String> lastGood, int retries) {
    public IncidentSituation {
        suggestions = List.copyOf(suggestions);
    }

    /** Whether a remedy is among the suggestions. */
    public boolean suggests(Remedy remedy) {
        return suggestions.stream().anyMatch(each -> each.remedy() == remedy);
    }
}
