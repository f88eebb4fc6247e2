package io.jenkins.plugins.mlci.plugin.deploygate.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.mlci.plugin.deploygate.service.OutcomeService;
import io.jenkins.plugins.mlci.plugin.deploygate.service.ReportReader;
import io.jenkins.plugins.mlci.plugin.deploygate.service.Reporter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;

/** Takes reports from outside: reads a body with limits, has it recorded, and says in JSON what came of it. */
final class OutcomeEndpoint {
    /** Longest body, bytes. */
    static final int MAX_BYTES = 64 * 1024;

    private static final ObjectMapper MAPPER = mapper();

    private final Clock clock;

    OutcomeEndpoint(Clock clock) {
        this.clock = clock;
    }

    private static ObjectMapper mapper() {
        ObjectMapper mapper = new ObjectMapper()
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        mapper.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(8).build());
        return mapper;
    }

    /**
     * The answer to a request.
     *
     * @param status of HTTP
     * @param json the body
     */
    record Reply(int status, String json) {}

    Reply take(String contentType, long length, InputStream body) throws IOException {
        String type = contentType == null ? "" : contentType.split(";", 2)[0].strip();
        if (!type.equalsIgnoreCase("application/json")) {
            return error(
                    HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE, "Send JSON with 'Content-Type: application/json'.");
        }
        byte[] bytes = length > MAX_BYTES ? null : body.readNBytes(MAX_BYTES + 1);
        if (bytes == null || bytes.length > MAX_BYTES) {
            return error(
                    HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "A report has at most " + MAX_BYTES + " bytes.");
        }
        try {
            return answer(new OutcomeService(clock, Reporter.fromOutside())
                    .record(ReportReader.read(parts(bytes), clock.instant())));
        } catch (JsonProcessingException e) {
            return error(HttpServletResponse.SC_BAD_REQUEST, "The body is no JSON: " + e.getOriginalMessage());
        } catch (IllegalArgumentException e) {
            return error(HttpServletResponse.SC_BAD_REQUEST, e.getMessage());
        }
    }

    private static Map<String, String> parts(byte[] bytes) throws IOException {
        JsonNode json = MAPPER.readTree(bytes);
        if (json == null || !json.isObject()) {
            throw new IllegalArgumentException("The body must be a JSON object.");
        }
        Map<String, String> parts = new TreeMap<>();
        json.fields().forEachRemaining(field -> {
            if (!field.getValue().isTextual()) {
                throw new IllegalArgumentException("Each value must be a text.");
            }
            parts.put(field.getKey(), field.getValue().textValue());
        });
        return parts;
    }

    private static Reply answer(OutcomeService.Answer answer) {
        return switch (answer.status()) {
            case RECORDED -> done(HttpServletResponse.SC_CREATED, true, answer);
            case KNOWN -> done(HttpServletResponse.SC_OK, false, answer);
            case NOT_FOUND -> error(HttpServletResponse.SC_NOT_FOUND, answer.sentence());
            case IMPOSSIBLE -> error(HttpServletResponse.SC_BAD_REQUEST, answer.sentence());
            case REFUSED -> error(HttpServletResponse.SC_FORBIDDEN, answer.sentence());
            case UNAVAILABLE -> error(HttpServletResponse.SC_SERVICE_UNAVAILABLE, answer.sentence());
            case FAILED -> error(HttpServletResponse.SC_INTERNAL_SERVER_ERROR, answer.sentence());
        };
    }

    private static Reply done(int status, boolean recorded, OutcomeService.Answer answer) {
        return new Reply(
                status,
                MAPPER.createObjectNode()
                        .put("recorded", recorded)
                        .put("subject", answer.subject())
                        .put("message", answer.sentence())
                        .toString());
    }

    static Reply error(int status, String sentence) {
        return new Reply(
                status, MAPPER.createObjectNode().put("error", sentence).toString());
    }
}
