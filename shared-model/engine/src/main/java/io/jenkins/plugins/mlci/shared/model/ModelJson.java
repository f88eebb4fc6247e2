package io.jenkins.plugins.mlci.shared.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Function;

/**
 * Writes and reads models as JSON. What is read may come from anywhere: sizes, nesting, types, indices and numbers are
 * checked, and whatever does not fit is refused with a sentence.
 */
public final class ModelJson {
    /** The size of the largest document that is read: 64 MiB. */
    public static final int MAX_BYTES = 64 << 20;

    private static final int MAX_NESTING = 8;
    private static final int MAX_STRING = 10_000;
    private static final int MAX_NUMBER = 64;
    private static final int MAX_NAME = 200;

    static final ObjectMapper MAPPER = mapper();

    private ModelJson() {}

    private static ObjectMapper mapper() {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxDocumentLength(MAX_BYTES)
                        .maxNestingDepth(MAX_NESTING)
                        .maxStringLength(MAX_STRING)
                        .maxNumberLength(MAX_NUMBER)
                        .maxNameLength(MAX_NAME)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .build();
        return JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .build();
    }

    /** The model as UTF-8 JSON. */
    public static byte[] write(PortableModel model) {
        try {
            return MAPPER.writeValueAsBytes(ModelDocuments.of(model));
        } catch (IOException e) {
            throw new UncheckedIOException("A model could not be turned into JSON.", e);
        }
    }

    /**
     * The model in this document.
     *
     * @throws ModelFormatException when it is damaged, hostile or of another format version
     */
    public static PortableModel read(byte[] json) {
        return read(json, ModelDocument.class, ModelDocuments::model);
    }

    /** The same for any form of model: reads the document, then makes the model of it. */
    static <D, M> M read(byte[] json, Class<D> form, Function<D, M> model) {
        if (json.length > MAX_BYTES) {
            throw new ModelFormatException(
                    "The model has " + json.length + " bytes, more than the " + MAX_BYTES + " that are read.");
        }
        try {
            requireFormat(json);
            return model.apply(MAPPER.readValue(json, form));
        } catch (ModelFormatException e) {
            throw e;
        } catch (IOException e) {
            throw new ModelFormatException("The model is not valid: " + firstLine(e), e);
        } catch (RuntimeException e) {
            throw new ModelFormatException("The model is not complete or not consistent: " + firstLine(e), e);
        }
    }

    private static void requireFormat(byte[] json) throws IOException {
        try (JsonParser parser = MAPPER.createParser(json)) {
            boolean first = parser.nextToken() == JsonToken.START_OBJECT
                    && "format".equals(parser.nextFieldName())
                    && parser.nextToken() == JsonToken.VALUE_NUMBER_INT;
            if (!first) {
                throw new ModelFormatException("This is not a model: it does not begin with its format version.");
            }
            if (parser.getLongValue() != ModelDocuments.FORMAT) {
                throw new ModelFormatException("The model has format version " + parser.getLongValue()
                        + ", but this version reads " + ModelDocuments.FORMAT
                        + ". Train it again, or use the version that wrote it.");
            }
        }
    }

    private static String firstLine(Exception e) {
        String message = e.getMessage() == null ? "a part is missing" : e.getMessage();
        return message.lines().findFirst().orElse("a part is missing");
    }
}
