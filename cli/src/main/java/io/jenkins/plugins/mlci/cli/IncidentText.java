package io.jenkins.plugins.mlci.cli;

import io.jenkins.plugins.mlci.deploygate.gate.IncidentDesk;
import io.jenkins.plugins.mlci.deploygate.incident.CauseFinder;
import io.jenkins.plugins.mlci.deploygate.incident.IncidentRecord;
import io.jenkins.plugins.mlci.deploygate.incident.LabelEstimate;
import io.jenkins.plugins.mlci.deploygate.incident.SeverityModel;
import io.jenkins.plugins.mlci.deploygate.incident.SimilarIncidents;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** An incident and what is thought of it, for people and for programs. */
final class IncidentText {
    private IncidentText() {}

    static CommandException unknown(String id) {
        return new CommandException(
                ExitCode.NOT_FOUND, "There is no incident " + id + "; 'mlci incident list' shows which there are.");
    }

    static void print(IncidentRecord incident, Optional<IncidentDesk.Opinion> opinion, Consumer<String> lines) {
        String state = incident.resolved().map(time -> "over since " + time).orElse("open");
        lines.accept(incident.id() + " in " + incident.environment() + " (" + state + "): " + incident.title());
        if (!incident.resolution().isBlank()) {
            lines.accept("Resolved by: " + incident.resolution());
        }
        category(incident, opinion).ifPresent(lines);
        severity(incident, opinion).ifPresent(lines);
        causes(incident, opinion).forEach(lines);
        opinion.ifPresent(thought -> {
            thought.similar().forEach(match -> lines.accept("Similar: " + IncidentSimilarCommand.line(match)));
            thought.suggestions().forEach(each -> lines.accept("Suggested: " + each.sentence()));
        });
    }

    /** What was given comes before what is guessed. */
    private static Optional<String> category(IncidentRecord incident, Optional<IncidentDesk.Opinion> opinion) {
        if (!incident.givenCategory().isBlank()) {
            return Optional.of("Category: " + incident.category() + ", as given");
        }
        Optional<LabelEstimate> guess = opinion.flatMap(IncidentDesk.Opinion::category);
        if (guess.isPresent()) {
            List<String> words = guess.get().words();
            return Optional.of(String.format(
                    Locale.ROOT,
                    "Category: probably %s (%.0f %%)%s",
                    guess.get().label(),
                    100 * guess.get().probability(),
                    words.isEmpty() ? "" : ", by the words " + String.join(", ", words)));
        }
        if (!incident.category().isBlank()) {
            return Optional.of("Category: probably " + incident.category() + ", as guessed when it was recorded");
        }
        return opinion.map(
                thought -> "Category: not known; name it with --category until there is enough to learn from.");
    }

    private static Optional<String> severity(IncidentRecord incident, Optional<IncidentDesk.Opinion> opinion) {
        if (!incident.priority().isBlank()) {
            return Optional.of("Priority: " + incident.priority() + ", as given");
        }
        return opinion.map(thought -> "Severity: "
                + thought.severity()
                        .map(SeverityModel.Severity::sentence)
                        .orElse("not known; too few earlier incidents have a priority."));
    }

    private static List<String> causes(IncidentRecord incident, Optional<IncidentDesk.Opinion> opinion) {
        if (!incident.givenDeployment().isBlank()) {
            return List.of("Cause: " + incident.deployment() + ", as given");
        }
        List<CauseFinder.Suspect> suspects =
                opinion.map(IncidentDesk.Opinion::suspects).orElse(List.of());
        if (suspects.isEmpty() && !incident.deployment().isBlank()) {
            return List.of("Possible cause: " + incident.deployment() + ", as guessed when it was recorded");
        }
        return suspects.stream()
                .map(suspect -> String.format(
                        Locale.ROOT,
                        "Possible cause: %s (%.0f %%). %s",
                        suspect.deployment(),
                        100 * suspect.probability(),
                        suspect.because()))
                .toList();
    }

    static Map<String, Object> json(IncidentRecord incident, Optional<IncidentDesk.Opinion> opinion) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", incident.id());
        json.put("title", incident.title());
        json.put("text", incident.text());
        json.put("source", incident.source());
        json.put("environment", incident.environment());
        json.put("job", incident.job());
        json.put("deployment", incident.deployment());
        json.put("opened", incident.opened().toString());
        incident.resolved().ifPresent(time -> json.put("resolved", time.toString()));
        json.put("category", incident.category());
        json.put("categoryGuessed", incident.guesses().category());
        json.put("deploymentGuessed", incident.guesses().deployment());
        json.put("priority", incident.priority());
        json.put("resolution", incident.resolution());
        opinion.ifPresent(thought -> json.put("opinion", json(thought)));
        return json;
    }

    private static Map<String, Object> json(IncidentDesk.Opinion opinion) {
        Map<String, Object> json = new LinkedHashMap<>();
        opinion.category().ifPresent(category -> json.put("category", category));
        opinion.severity()
                .ifPresent(severity ->
                        json.put("urgent", Map.of("probability", severity.probability(), "usual", severity.usual())));
        json.put("suspects", opinion.suspects());
        json.put("similar", opinion.similar().stream().map(IncidentText::json).toList());
        json.put("suggestions", opinion.suggestions());
        opinion.lastGood().ifPresent(good -> json.put("lastGood", good));
        return json;
    }

    static Map<String, Object> json(SimilarIncidents.Match match) {
        Map<String, Object> json = json(match.incident(), Optional.empty());
        json.put("similarity", match.similarity());
        return json;
    }

    /** Rows of predictions as CSV. */
    static String csv(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (String cell : cells) {
            line.append(line.isEmpty() ? "" : ",")
                    .append('"')
                    .append(cell.replace("\"", "\"\""))
                    .append('"');
        }
        return line.append('\n').toString();
    }
}
