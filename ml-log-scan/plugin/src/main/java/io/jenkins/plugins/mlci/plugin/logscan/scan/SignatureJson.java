package io.jenkins.plugins.mlci.plugin.logscan.scan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** What is kept of a failure beside its signature. */
public final class SignatureJson {
    private static final int LONGEST = 500;
    private static final ObjectMapper JSON = new ObjectMapper();

    private SignatureJson() {}

    /** The first cause line, cut where it is long; secrets were hidden before. */
    static String of(String causeLine) {
        String cut = causeLine.length() <= LONGEST ? causeLine : causeLine.substring(0, LONGEST);
        return JsonNodeFactory.instance.objectNode().put("cause", cut).toString();
    }

    /** The first cause line; empty where there is none. */
    public static String causeOf(String json) {
        try {
            return JSON.readTree(json).path("cause").asText("");
        } catch (JsonProcessingException e) {
            return "";
        }
    }
}
