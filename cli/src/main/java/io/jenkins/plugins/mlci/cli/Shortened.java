package io.jenkins.plugins.mlci.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;

/** JSON for people: the bulk of a model is left out. */
final class Shortened {
    private static final int LONGEST_TEXT = 300;
    private static final int LONGEST_LIST = 8;
    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxStringLength(1 << 28).build())
            .build());

    private Shortened() {}

    /** The same document with long texts and lists cut. */
    static String json(byte[] document) throws IOException {
        JsonNode json = MAPPER.readTree(document);
        return cut(json).toString();
    }

    private static JsonNode cut(JsonNode node) {
        if (node.isTextual() && node.asText().length() > LONGEST_TEXT) {
            return MAPPER.getNodeFactory().textNode("... " + node.asText().length() + " characters");
        }
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                field.setValue(cut(field.getValue()));
            }
        } else if (node instanceof ArrayNode list) {
            int size = list.size();
            while (list.size() > LONGEST_LIST) {
                list.remove(list.size() - 1);
            }
            for (int i = 0; i < list.size(); i++) {
                list.set(i, cut(list.get(i)));
            }
            if (size > LONGEST_LIST) {
                list.add("... " + size + " in all");
            }
        }
        return node;
    }
}
