package io.jenkins.plugins.mlci.testselector.rank;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.mlci.shared.model.ModelFormatException;
import io.jenkins.plugins.mlci.testselector.feature.SelectionFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** The prior model as a small JSON file that a person can read: weights by term and by what is known of a test. */
public final class PriorJson {
    private static final int FORMAT = 1;
    private static final double LARGEST = 1000;
    private static final String FEATURES = SelectionFeature.SCHEMA.id() + "/" + SelectionFeature.SCHEMA.version();
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private PriorJson() {}

    /**
     * The file.
     *
     * @param provenance what it was learned from and how good it is, for people
     */
    public static byte[] write(PriorModel model, Map<String, Object> provenance) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("format", FORMAT);
        json.put("features", FEATURES);
        json.set("provenance", MAPPER.valueToTree(provenance));
        ObjectNode bias = json.putObject("bias");
        for (Knowledge knowledge : Knowledge.values()) {
            bias.put(knowledge.key(), model.bias(knowledge));
        }
        ObjectNode weights = json.putObject("weights");
        for (PriorTerm term : PriorTerm.values()) {
            ObjectNode each = weights.putObject(term.key());
            for (Knowledge knowledge : Knowledge.values()) {
                if (model.weight(term, knowledge) != 0) {
                    each.put(knowledge.key(), model.weight(term, knowledge));
                }
            }
        }
        try {
            return MAPPER.writeValueAsBytes(json);
        } catch (IOException e) {
            throw new UncheckedIOException("The prior model could not be turned into JSON.", e);
        }
    }

    /**
     * The model in this file; a weight that is not named is 0.
     *
     * @throws ModelFormatException when it is damaged or names what this version does not know
     */
    public static PriorModel read(byte[] file) {
        try {
            JsonNode json = MAPPER.readTree(file);
            if (json.path("format").asInt() != FORMAT
                    || !json.path("features").asText().equals(FEATURES)) {
                throw new ModelFormatException(
                        "This is no prior model of format " + FORMAT + " over the features " + FEATURES + ".");
            }
            double[] bias = new double[Knowledge.values().length];
            each(json.path("bias"), (name, value) -> bias[knowledge(name)] = number(name, value));
            double[][] weights = new double[PriorTerm.values().length][Knowledge.values().length];
            each(json.path("weights"), (term, row) -> {
                double[] into = weights[term(term)];
                each(row, (name, value) -> into[knowledge(name)] = number(term + "." + name, value));
            });
            return new PriorModel(bias, weights);
        } catch (IOException e) {
            throw new ModelFormatException("The prior model is no valid JSON.", e);
        }
    }

    @FunctionalInterface
    private interface Field {
        void accept(String name, JsonNode value);
    }

    private static void each(JsonNode object, Field field) {
        if (!object.isObject()) {
            throw new ModelFormatException("The prior model misses a part.");
        }
        for (Map.Entry<String, JsonNode> next : object.properties()) {
            field.accept(next.getKey(), next.getValue());
        }
    }

    private static int knowledge(String name) {
        for (Knowledge knowledge : Knowledge.values()) {
            if (knowledge.key().equals(name)) {
                return knowledge.ordinal();
            }
        }
        throw new ModelFormatException("The prior model has a column " + name + ", which this version does not know.");
    }

    private static int term(String name) {
        for (PriorTerm term : PriorTerm.values()) {
            if (term.key().equals(name)) {
                return term.ordinal();
            }
        }
        throw new ModelFormatException("The prior model has a term " + name + ", which this version does not know.");
    }

    private static double number(String name, JsonNode value) {
        if (!value.isNumber() || !(Math.abs(value.asDouble()) <= LARGEST)) {
            throw new ModelFormatException("The prior model's " + name + " is no number up to " + LARGEST + ".");
        }
        return value.asDouble();
    }
}
