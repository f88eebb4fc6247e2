package io.jenkins.plugins.mlci.plugin.deploygate.service;

import io.jenkins.plugins.mlci.shared.history.DeploymentResult;
import io.jenkins.plugins.mlci.shared.secret.SecretText;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a report from names and texts, as a step and the endpoint bring them. The same rules are in {@code outcome.schema.json}. */
public final class ReportReader {
    /** How the parts of a report are named; texts all. */
    public static final Set<String> FIELDS = Set.of(
            "type",
            "deployment",
            "environment",
            "job",
            "version",
            "result",
            "at",
            "key",
            "note",
            "id",
            "title",
            "text",
            "source",
            "category",
            "priority",
            "how");

    private static final int MAX_NAME = 255;
    private static final int MAX_LINE = 2_000;
    private static final int MAX_TEXT = 20_000;
    /** Clocks differ a little. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final Map<String, String> parts;
    private final Instant now;

    private ReportReader(Map<String, String> parts, Instant now) {
        this.parts = parts;
        this.now = now;
    }

    /**
     * The report.
     *
     * @throws IllegalArgumentException with a sentence when a part is missing, unknown, too long or makes no sense
     */
    public static Report read(Map<String, String> parts, Instant now) {
        for (String name : parts.keySet()) {
            if (!FIELDS.contains(name)) {
                throw new IllegalArgumentException("'" + shown(name) + "' is no part of a report.");
            }
        }
        ReportReader reader = new ReportReader(new HashMap<>(parts), now);
        String type = reader.name("type");
        return switch (type) {
            case "deployment" -> reader.deployment();
            case "incident" -> reader.incident();
            case "resolution" -> reader.resolution();
            default ->
                throw new IllegalArgumentException(
                        "'type' is one of 'deployment', 'incident' and 'resolution', not '" + shown(type) + "'.");
        };
    }

    private Report deployment() {
        only(Set.of("deployment", "environment", "job", "version", "result", "at", "key", "note"));
        if (name("deployment").isEmpty() && name("environment").isEmpty()) {
            throw new IllegalArgumentException(
                    "A report on a deployment needs 'deployment', its id, or 'environment', whose newest is meant.");
        }
        required("key");
        return new Report.OfDeployment(
                name("deployment"),
                name("environment"),
                name("job"),
                name("version"),
                result(required("result")),
                at(),
                name("key"),
                text("note", MAX_LINE));
    }

    private Report incident() {
        only(Set.of("id", "environment", "title", "text", "source", "job", "deployment", "category", "priority", "at"));
        required("title");
        return new Report.OfIncident(
                required("id"),
                required("environment"),
                text("title", MAX_LINE),
                text("text", MAX_TEXT),
                name("source"),
                name("job"),
                name("deployment"),
                name("category"),
                name("priority"),
                at());
    }

    private Report resolution() {
        only(Set.of("id", "how", "at"));
        return new Report.OfResolution(required("id"), text("how", MAX_TEXT), at());
    }

    private static DeploymentResult result(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "success" -> DeploymentResult.SUCCEEDED;
            case "failure" -> DeploymentResult.FAILED;
            case "rolled-back" -> DeploymentResult.ROLLED_BACK;
            case "incident" -> DeploymentResult.INCIDENT;
            case "aborted" -> DeploymentResult.ABORTED;
            default ->
                throw new IllegalArgumentException("'result' is one of 'success', 'failure', 'rolled-back', 'incident'"
                        + " and 'aborted', not '" + shown(text) + "'.");
        };
    }

    private Optional<Instant> at() {
        String text = name("at");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            Instant at = OffsetDateTime.parse(text).toInstant();
            if (at.isAfter(now.plus(AHEAD))) {
                throw new IllegalArgumentException("'at' is in the future: " + at + " lies ahead of now, " + now + ".");
            }
            if (at.isBefore(Instant.EPOCH)) {
                throw new IllegalArgumentException("'at' is too long ago.");
            }
            return Optional.of(at);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "'at' is no time with a zone. Write for example '2026-11-24T17:00:00Z'.", e);
        }
    }

    private void only(Set<String> allowed) {
        for (Map.Entry<String, String> part : parts.entrySet()) {
            boolean known = allowed.contains(part.getKey()) || part.getKey().equals("type");
            if (!known && !part.getValue().isBlank()) {
                throw new IllegalArgumentException(
                        "'" + part.getKey() + "' does not belong to a report of the type '" + name("type") + "'.");
            }
        }
    }

    private String required(String name) {
        String text = name(name);
        if (text.isEmpty()) {
            throw new IllegalArgumentException("'" + name + "' is missing.");
        }
        return text;
    }

    private String name(String name) {
        String text = parts.getOrDefault(name, "").strip();
        int most = name.equals("title") ? MAX_LINE : MAX_NAME;
        if (text.length() > most) {
            throw new IllegalArgumentException("'" + name + "' is longer than " + most + " characters.");
        }
        return text.replaceAll("\\p{Cntrl}+", " ");
    }

    private String text(String name, int most) {
        String text = parts.getOrDefault(name, "").strip();
        if (text.length() > most) {
            throw new IllegalArgumentException("'" + name + "' is longer than " + most + " characters.");
        }
        return SecretText.mask(text);
    }

    /** What comes from outside is quoted only a little. */
    private static String shown(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ");
        return line.length() > 40 ? line.substring(0, 40) + "..." : line;
    }
}
