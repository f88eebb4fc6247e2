package io.jenkins.plugins.mlci.plugin.deploygate.service;

import io.jenkins.plugins.mlci.shared.history.DeploymentResult;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A report as names and texts to keep, and back. What was checked when it was reported is not checked again. */
final class ReportParts {
    private ReportParts() {}

    /** What a report says, by name. */
    static Map<String, String> write(Report report) {
        Map<String, String> parts = new TreeMap<>();
        if (report instanceof Report.OfDeployment deployment) {
            parts.put("type", "deployment");
            parts.put("deployment", deployment.deployment());
            parts.put("environment", deployment.environment());
            parts.put("job", deployment.job());
            parts.put("version", deployment.version());
            parts.put("result", deployment.result().name());
            parts.put("key", deployment.key());
            parts.put("note", deployment.note());
            at(deployment.at(), parts);
        } else if (report instanceof Report.OfIncident incident) {
            parts.put("type", "incident");
            parts.put("id", incident.id());
            parts.put("environment", incident.environment());
            parts.put("title", incident.title());
            parts.put("text", incident.text());
            parts.put("source", incident.source());
            parts.put("job", incident.job());
            parts.put("deployment", incident.deployment());
            parts.put("category", incident.category());
            parts.put("priority", incident.priority());
            at(incident.at(), parts);
        } else {
            Report.OfResolution resolution = (Report.OfResolution) report;
            parts.put("type", "resolution");
            parts.put("id", resolution.id());
            parts.put("how", resolution.how());
            at(resolution.at(), parts);
        }
        parts.values().removeIf(String::isEmpty);
        return parts;
    }

    /**
     * The report.
     *
     * @throws IllegalArgumentException when this is none, since it was damaged or written by another version
     */
    static Report read(Map<String, String> kept) {
        Parts parts = new Parts(kept);
        return switch (parts.text("type")) {
            case "deployment" ->
                new Report.OfDeployment(
                        parts.text("deployment"),
                        parts.text("environment"),
                        parts.text("job"),
                        parts.text("version"),
                        DeploymentResult.valueOf(parts.text("result")),
                        parts.at(),
                        parts.text("key"),
                        parts.text("note"));
            case "incident" ->
                new Report.OfIncident(
                        parts.text("id"),
                        parts.text("environment"),
                        parts.text("title"),
                        parts.text("text"),
                        parts.text("source"),
                        parts.text("job"),
                        parts.text("deployment"),
                        parts.text("category"),
                        parts.text("priority"),
                        parts.at());
            case "resolution" -> new Report.OfResolution(parts.text("id"), parts.text("how"), parts.at());
            default -> throw new IllegalArgumentException("'" + parts.text("type") + "' is no type of a report.");
        };
    }

    private static void at(Optional<Instant> at, Map<String, String> parts) {
        at.ifPresent(time -> parts.put("at", time.toString()));
    }

    private record Parts(Map<String, String> all) {
        String text(String name) {
            return all.getOrDefault(name, "");
        }

        Optional<Instant> at() {
            try {
                return Optional.of(text("at")).filter(text -> !text.isEmpty()).map(Instant::parse);
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("'" + text("at") + "' is no time.", e);
            }
        }
    }
}
