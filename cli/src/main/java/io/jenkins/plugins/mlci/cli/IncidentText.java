package io.jenkins.plugins.mlci.cli;

import io.jenkins.plugins.mlci.deploygate.gate.IncidentDesk;
import io.jenkins.plugins.mlci.deploygate.incident.IncidentRecord;
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
        opinion.ifPresent(thought -> print(incident, thought, lines));
    }

    private static void print(IncidentRecord incident, IncidentDesk.Opinion opinion, Consumer<String> lines) {
        if (opinion.category().isPresent()) {
            lines.accept(String.format(
                    Locale.ROOT,
                    "Category: %s (%.0f %%), by the words %s",
                    opinion.category().get().label(),
                    100 * opinion.category().get().probability(),
                    opinion.category().get().words()));
        } else if (incident.category().isBlank()) {
            lines.accept("Category: not known; name it with --category until there is enough to learn from.");
        }
        lines.accept("Severity: "
                + opinion.severity()
                        .map(severity -> severity.sentence())
                        .orElse("not known; too few earlier incidents have a priority."));
        opinion.suspects()
                .forEach(suspect -> lines.accept(String.format(
                        Locale.ROOT,
                        "Possible cause: %s (%.0f %%). %s",
                        suspect.deployment(),
                        100 * suspect.probability(),
                        suspect.because())));
        opinion.similar().forEach(match -> lines.accept("Similar: " + IncidentSimilarCommand.line(match)));
        opinion.suggestions().forEach(each -> lines.accept("Suggested: " + each.sentence()));
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
