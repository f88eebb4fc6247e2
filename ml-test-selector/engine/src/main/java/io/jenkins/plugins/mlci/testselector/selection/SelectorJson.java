package io.jenkins.plugins.mlci.testselector.selection;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.mlci.shared.model.ModelFormatException;
import io.jenkins.plugins.mlci.shared.model.ModelJson;
import io.jenkins.plugins.mlci.shared.model.PortableModel;
import io.jenkins.plugins.mlci.shared.model.StateReader;
import io.jenkins.plugins.mlci.shared.model.StateWriter;
import io.jenkins.plugins.mlci.testselector.feature.SelectionFeature;
import io.jenkins.plugins.mlci.testselector.feature.TestHistory;
import io.jenkins.plugins.mlci.testselector.guarantee.RiskControl;
import io.jenkins.plugins.mlci.testselector.rank.OnlineRanker;
import io.jenkins.plugins.mlci.testselector.rank.PriorModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a selector has learned as a JSON document: where it comes from, the job's own model as a portable model, and the bulky
 * tables (state of the tests, rows to learn from) compressed. A selector that is read goes on exactly as the one that was
 * written would have. What is read may come from anywhere; what does not fit is refused with a sentence.
 */
public final class SelectorJson {
    /** The size of the largest document that is read: 64 MiB. */
    public static final int MAX_BYTES = 64 << 20;

    private static final int FORMAT = 1;
    private static final int MAX_NESTING = 12;
    private static final String FEATURES = SelectionFeature.SCHEMA.id() + "/" + SelectionFeature.SCHEMA.version()
            + ", prior " + PriorModel.shipped().fingerprint();
    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxDocumentLength(MAX_BYTES)
                            .maxNestingDepth(MAX_NESTING)
                            .maxStringLength(MAX_BYTES)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private SelectorJson() {}

    /**
     * The document, UTF-8.
     *
     * @param provenance what a person should know of where it comes from, shown and not used
     */
    public static byte[] write(LearnedSelector learned, Map<String, String> provenance) {
        TestSelector selector = learned.selector();
        StateWriter history = new StateWriter();
        selector.history().write(history);
        StateWriter ranker = new StateWriter();
        selector.ranker().write(ranker);
        StateWriter guarantee = new StateWriter();
        List<double[]> scores = selector.risk().failingScores();
        guarantee.number(scores.size());
        scores.forEach(guarantee::reals);
        StateWriter watch = new StateWriter().reals(selector.watch().losses());
        StateWriter builds = new StateWriter().number(learned.builds().size());
        learned.builds().forEach((number, fingerprint) -> builds.number(number).number(fingerprint));
        try {
            ObjectNode json = MAPPER.createObjectNode();
            json.put("format", FORMAT);
            json.put("features", FEATURES);
            json.put("seed", learned.seed());
            ObjectNode from = json.putObject("provenance");
            provenance.forEach(from::put);
            PortableModel model = selector.ranker().model();
            json.set("model", model == null ? MAPPER.nullNode() : MAPPER.readTree(ModelJson.write(model)));
            json.put("builds", builds.toText());
            json.put("history", history.toText());
            json.put("ranker", ranker.toText());
            json.put("guarantee", guarantee.toText());
            json.put("watch", watch.toText());
            return MAPPER.writeValueAsBytes(json);
        } catch (IOException e) {
            throw new UncheckedIOException("A selector could not be turned into JSON.", e);
        }
    }

    /**
     * The selector in this document.
     *
     * @throws ModelFormatException when it is damaged, hostile, or of another format or feature version
     */
    public static LearnedSelector read(byte[] document) {
        return checked(document, SelectorJson::selector);
    }

    private static LearnedSelector selector(JsonNode json) throws IOException {
        JsonNode model = json.path("model");
        StateReader history = state(json, "history");
        StateReader ranker = state(json, "ranker");
        TestSelector selector = new TestSelector(
                TestHistory.read(history),
                OnlineRanker.read(ranker, model.isNull() ? null : ModelJson.read(MAPPER.writeValueAsBytes(model))),
                guarantee(state(json, "guarantee")),
                watch(json));
        history.end();
        ranker.end();
        return new LearnedSelector(json.path("seed").asLong(), selector, builds(state(json, "builds")));
    }

    /**
     * How well the selector in this document has kept its promise, without reading the rest of it.
     *
     * @throws ModelFormatException when it is damaged, hostile, or of another format or feature version
     */
    public static MissWatch watch(byte[] document) {
        return checked(document, SelectorJson::watch);
    }

    private static MissWatch watch(JsonNode json) {
        return MissWatch.of(state(json, "watch").reals());
    }

    /** Reads something of a document. */
    @FunctionalInterface
    private interface Part<T> {
        T read(JsonNode json) throws IOException;
    }

    /** Whatever is wrong with the document becomes a sentence. */
    private static <T> T checked(byte[] document, Part<T> part) {
        if (document.length > MAX_BYTES) {
            throw new ModelFormatException("The stored selector has " + document.length + " bytes, more than the "
                    + MAX_BYTES + " that are read.");
        }
        try {
            JsonNode json = MAPPER.readTree(document);
            requireVersion(json);
            return part.read(json);
        } catch (ModelFormatException e) {
            throw e;
        } catch (IOException e) {
            throw new ModelFormatException("The stored selector is no valid JSON.", e);
        } catch (RuntimeException e) {
            throw new ModelFormatException("The stored selector is not consistent: " + e.getMessage(), e);
        }
    }

    /** What a document says of where it comes from, without its bulk; for people. */
    public static JsonNode describe(byte[] document) {
        try {
            JsonNode json = MAPPER.readTree(document);
            if (json instanceof ObjectNode object) {
                for (String bulk : List.of("builds", "history", "ranker", "guarantee", "watch")) {
                    object.put(bulk, object.path(bulk).asText().length() + " characters, compressed");
                }
            }
            return json;
        } catch (IOException e) {
            throw new ModelFormatException("The stored selector is no valid JSON.", e);
        }
    }

    private static void requireVersion(JsonNode json) {
        if (!json.isObject() || !json.path("format").isInt()) {
            throw new ModelFormatException("This is no stored selector: it does not say its format version.");
        }
        if (json.path("format").asInt() != FORMAT) {
            throw new ModelFormatException("The stored selector has format version "
                    + json.path("format").asInt() + ", but this version reads " + FORMAT + ".");
        }
        if (!json.path("features").asText().equals(FEATURES)) {
            throw new ModelFormatException("The stored selector reads the features "
                    + json.path("features").asText() + ", but this version has " + FEATURES + ".");
        }
    }

    private static StateReader state(JsonNode json, String name) {
        if (!json.path(name).isTextual()) {
            throw new ModelFormatException("The stored selector has no part \"" + name + "\".");
        }
        return new StateReader(json.path(name).asText());
    }

    private static RiskControl guarantee(StateReader in) {
        int count = in.count(1);
        List<double[]> scores = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            scores.add(in.reals());
        }
        in.end();
        return RiskControl.of(scores);
    }

    private static Map<Long, Integer> builds(StateReader in) {
        int count = in.count(2);
        Map<Long, Integer> builds = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            builds.put(in.number(), in.number(Integer.MIN_VALUE, Integer.MAX_VALUE));
        }
        in.end();
        return builds;
    }
}
