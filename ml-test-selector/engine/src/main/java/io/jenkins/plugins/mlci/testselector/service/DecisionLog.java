package io.jenkins.plugins.mlci.testselector.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.mlci.shared.history.BuildId;
import io.jenkins.plugins.mlci.shared.history.Decision;
import io.jenkins.plugins.mlci.shared.history.DecisionHistory;
import io.jenkins.plugins.mlci.testselector.selection.TestDecision;
import io.jenkins.plugins.mlci.testselector.selection.TestSelection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps selections among the decisions of a history, and reads them back. */
final class DecisionLog {
    /** The kind of these decisions. */
    static final String KIND = "test-selection";

    private static final int FORMAT = 1;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final DecisionHistory decisions;

    DecisionLog(DecisionHistory decisions) {
        this.decisions = decisions;
    }

    void record(BuildId build, String subject, SelectionResult result, String policy, boolean enforced, Instant taken) {
        TestSelection selection = result.selection();
        List<TestDecision> skipped = selection.skipped();
        ObjectNode json = MAPPER.createObjectNode();
        json.put("format", FORMAT);
        json.put("policy", policy);
        json.put("enforced", enforced);
        json.put("all", selection.all());
        json.put("reason", selection.reason());
        json.put("selected", selection.selected().size());
        json.put("skipped", skipped.size());
        json.put(
                "total_seconds",
                selection.decisions().stream()
                        .mapToDouble(TestDecision::seconds)
                        .sum());
        json.put("saved_seconds", selection.savedSeconds());
        put(json, "expected_kept", selection.expectedKept());
        put(json, "guaranteed", selection.guaranteed());
        json.put("evidence_builds", selection.evidenceBuilds());
        json.put(
                "skipped_tests",
                SkippedTests.of(skipped.stream().map(TestDecision::test).toList())
                        .text());
        decisions.record(new Decision(build, KIND, subject, result.model(), taken, json.toString()));
    }

    /** Corrects a selection that is kept: all tests ran. What cannot be read stays as it is. */
    void everythingRan(BuildId build, String subject, String reason) {
        for (Decision decision : decisions.of(build)) {
            Optional<SelectionRecord> kept =
                    decision.kind().equals(KIND) && decision.subject().equals(subject)
                            ? parse(decision)
                            : Optional.empty();
            if (kept.isPresent()) {
                decisions.record(new Decision(
                        build,
                        KIND,
                        subject,
                        decision.model(),
                        decision.taken(),
                        everything(decision, kept.get(), reason)));
            }
        }
    }

    private static String everything(Decision decision, SelectionRecord kept, String reason) {
        try {
            ObjectNode json = (ObjectNode) MAPPER.readTree(decision.json());
            json.put("enforced", false);
            json.put("all", true);
            json.put("reason", reason);
            json.put("selected", kept.selected() + kept.skipped());
            json.put("skipped", 0);
            json.put("saved_seconds", 0.0);
            json.putNull("expected_kept");
            json.putNull("guaranteed");
            json.put("skipped_tests", SkippedTests.of(List.of()).text());
            return json.toString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was parsed a moment ago is no JSON", e);
        }
    }

    /** The newest selections of a job, newest first; what cannot be read is left out. */
    List<SelectionRecord> newest(String job, int limit) {
        return decisions.newest(job, KIND, limit).stream()
                .map(DecisionLog::parse)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The selections of a build; what cannot be read is left out. */
    List<SelectionRecord> of(BuildId build) {
        return decisions.of(build).stream()
                .filter(decision -> decision.kind().equals(KIND))
                .map(DecisionLog::parse)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<SelectionRecord> parse(Decision decision) {
        try {
            JsonNode json = MAPPER.readTree(decision.json());
            if (json.path("format").asInt() != FORMAT) {
                return Optional.empty();
            }
            SkippedTests skipped = SkippedTests.parse(json.path("skipped_tests").asText());
            return Optional.of(new SelectionRecord(
                    decision.build(),
                    decision.subject(),
                    decision.model(),
                    decision.taken(),
                    json.path("policy").asText(),
                    json.path("enforced").asBoolean(),
                    json.path("all").asBoolean(),
                    json.path("reason").asText(),
                    json.path("selected").asInt(),
                    json.path("skipped").asInt(),
                    json.path("total_seconds").asDouble(),
                    json.path("saved_seconds").asDouble(),
                    number(json, "expected_kept"),
                    number(json, "guaranteed"),
                    skipped::contains));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static void put(ObjectNode json, String name, double value) {
        if (Double.isFinite(value)) {
            json.put(name, value);
        } else {
            json.putNull(name);
        }
    }

    private static double number(JsonNode json, String name) {
        return json.path(name).asDouble(Double.NaN);
    }
}
