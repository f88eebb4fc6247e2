package io.jenkins.plugins.mlci.deploygate.incident;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.mlci.shared.history.Incident;
import io.jenkins.plugins.mlci.shared.secret.SecretText;

/** Incidents as they are kept in the history. */
public final class IncidentJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String GUESSED_CATEGORY = "categoryGuessed";
    private static final String GUESSED_DEPLOYMENT = "deploymentGuessed";

    private IncidentJson() {}

    /** What is kept, with secrets masked. */
    public static Incident write(IncidentRecord incident) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("title", SecretText.mask(incident.title()));
        json.put("text", SecretText.mask(incident.text()));
        json.put("source", incident.source());
        json.put("job", incident.job());
        json.put("resolution", SecretText.mask(incident.resolution()));
        if (incident.guesses().category()) {
            json.put(GUESSED_CATEGORY, true);
        }
        if (incident.guesses().deployment()) {
            json.put(GUESSED_DEPLOYMENT, true);
        }
        return new Incident(
                incident.id(),
                incident.environment(),
                incident.deployment(),
                incident.opened(),
                incident.resolved(),
                incident.category(),
                incident.priority(),
                json.toString());
    }

    /** What was kept; one that others wrote without a title gets its id as title. */
    public static IncidentRecord read(Incident kept) {
        JsonNode json;
        try {
            json = MAPPER.readTree(kept.json());
        } catch (JsonProcessingException e) {
            json = MAPPER.createObjectNode();
        }
        String title = json.path("title").asText("");
        return new IncidentRecord(
                kept.id(),
                title.isBlank() ? kept.id() : title,
                json.path("text").asText(""),
                json.path("source").asText(""),
                kept.environment(),
                json.path("job").asText(""),
                kept.deployment(),
                kept.opened(),
                kept.resolved(),
                kept.category(),
                kept.priority(),
                json.path("resolution").asText(""),
                new IncidentRecord.Guesses(
                        json.path(GUESSED_CATEGORY).asBoolean(),
                        json.path(GUESSED_DEPLOYMENT).asBoolean()));
    }
}
