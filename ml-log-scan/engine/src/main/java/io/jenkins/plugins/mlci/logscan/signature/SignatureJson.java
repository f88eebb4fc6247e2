package io.jenkins.plugins.mlci.logscan.signature;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** What is kept of a failure beside its signature: the sketch and a few masked lines. */
final class SignatureJson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_LINES = 5;
    private static final int LONGEST = 300;

    private SignatureJson() {}

    static String write(Signature signature, List<String> lines) {
        ObjectNode json = JSON.createObjectNode();
        ArrayNode sketch = json.putArray("sketch");
        signature.sketch().forEach(sketch::add);
        ArrayNode kept = json.putArray("lines");
        lines.stream()
                .limit(MOST_LINES)
                .forEach(line -> kept.add(line.length() > LONGEST ? line.substring(0, LONGEST) : line));
        return json.toString();
    }

    /** The first cause line; empty when there is none, or the document is not one of ours. */
    static String firstLine(String json) {
        try {
            return json == null ? "" : JSON.readTree(json).path("lines").path(0).asText("");
        } catch (JsonProcessingException e) {
            return "";
        }
    }

    /** The signature with that id; without a sketch when the document is not one of ours. */
    static Signature read(String id, String json) {
        List<Integer> sketch = new ArrayList<>();
        try {
            JsonNode numbers = json == null ? null : JSON.readTree(json).path("sketch");
            if (numbers != null && numbers.size() == Signature.SKETCH) {
                numbers.forEach(number -> sketch.add(number.asInt()));
            }
        } catch (JsonProcessingException e) {
            return new Signature(id, List.of());
        }
        return new Signature(id, sketch);
    }
}
