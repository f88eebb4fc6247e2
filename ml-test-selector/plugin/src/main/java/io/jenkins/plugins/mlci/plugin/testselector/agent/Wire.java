package io.jenkins.plugins.mlci.plugin.testselector.agent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/** Turns the engine's records into text for the way between controller and agent, so that nothing is serialised by Java. */
final class Wire {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private Wire() {}

    static String text(Object value) throws IOException {
        return JSON.writeValueAsString(value);
    }

    static <T> T read(String text, TypeReference<T> type) throws IOException {
        try {
            return JSON.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IOException("What the agent sent cannot be understood: " + e.getOriginalMessage(), e);
        }
    }
}
