package io.jenkins.plugins.mlci.deploygate.incident;

import io.jenkins.plugins.mlci.deploygate.incident.CauseFinder.Suspect;
import io.jenkins.plugins.mlci.deploygate.incident.SimilarIncidents.Match;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Suggests what to do about an incident, from its probable cause and from what resolved similar ones. */
public final class Remediation {
    /** From here on a suspect is worth a rollback. */
    private static final double SUSPICIOUS = 0.5;

    private static final double ALIKE = 0.25;

    private Remediation() {}

    /**
     * The suggestions, the best founded first; telling people is always among them.
     *
     * @param suspects likely causes, the likeliest first
     * @param similar earlier incidents, the most alike first
     * @param lastGood the deployment that a rollback would put back; empty when none is known to be good
     */
    public static List<Suggestion> suggest(List<Suspect> suspects, List<Match> similar, Optional<String> lastGood) {
        List<Suggestion> suggestions = new ArrayList<>();
        if (!suspects.isEmpty() && suspects.get(0).probability() >= SUSPICIOUS) {
            Suspect suspect = suspects.get(0);
            String cause = String.format(
                    Locale.ROOT,
                    "deployment %s is the cause with %.0f %%. %s",
                    suspect.deployment(),
                    100 * suspect.probability(),
                    suspect.because());
            suggestions.add(
                    lastGood.isPresent()
                            ? new Suggestion(
                                    Remedy.ROLL_BACK,
                                    "Roll back to " + lastGood.get() + ": " + cause,
                                    suspect.probability())
                            : new Suggestion(
                                    Remedy.NOTIFY,
                                    "Tell who deployed, since no good deployment is known to roll back to: " + cause,
                                    suspect.probability()));
        }
        similar.stream()
                .filter(match -> match.similarity() >= ALIKE
                        && !match.incident().resolution().isBlank())
                .limit(3)
                .forEach(match -> suggestions.add(new Suggestion(
                        remedy(match.incident().resolution()),
                        String.format(
                                Locale.ROOT,
                                "%s (%.0f %% alike) was resolved by: %s",
                                match.incident().id(),
                                100 * match.similarity(),
                                match.incident().resolution()),
                        match.similarity())));
        suggestions.sort(Comparator.comparingDouble(Suggestion::support).reversed());
        if (suggestions.stream().noneMatch(each -> each.remedy() == Remedy.NOTIFY)) {
            suggestions.add(new Suggestion(Remedy.NOTIFY, "Tell the people who look after this environment.", 0));
        }
        return suggestions;
    }

    /** The remedy that people's words mean. */
    static Remedy remedy(String resolution) {
        String words = resolution.toLowerCase(Locale.ROOT);
        if (words.matches("(?s).*\\b(roll(ed)?[ -]?back|revert(ed)?)\\b.*")) {
            return Remedy.ROLL_BACK;
        }
        return words.matches("(?s).*\\b(retr(y|ied)|re-?run|restart(ed)?)\\b.*") ? Remedy.RETRY : Remedy.NOTIFY;
    }
}
