package io.jenkins.plugins.mlci.logscan.baseline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** A baseline as JSON. What is read is checked, for it comes from a disk or a database that others can write. */
public final class BaselineJson {
    private static final int MOST_TOKENS = 256;
    private static final int LONGEST_TOKEN = 16 * 1024;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private BaselineJson() {}

    /** The baseline as UTF-8 JSON; equal baselines give equal bytes. */
    public static byte[] write(Baseline baseline) {
        try {
            return MAPPER.writeValueAsBytes(baseline);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A baseline that cannot be written as JSON.", e);
        }
    }

    /**
     * Reads a baseline.
     *
     * @throws IOException with a sentence that says what is wrong with it
     */
    public static Baseline read(byte[] json) throws IOException {
        Baseline baseline;
        try {
            baseline = MAPPER.readValue(json, Baseline.class);
        } catch (JsonProcessingException | RuntimeException e) {
            throw new IOException("The baseline of the log scan is no valid JSON of its kind.", e);
        }
        check(baseline);
        return baseline;
    }

    private static void check(Baseline baseline) throws IOException {
        require(baseline != null, "it is empty");
        require(baseline.version() == Baseline.VERSION, "its version " + baseline.version() + " is unknown");
        require(baseline.builds() >= 0 && good(baseline.weight()), "its count of builds makes no sense");
        require(baseline.forms().size() <= Baseline.MOST_FORMS, "it has too many wordings");
        require(baseline.stages().size() <= Baseline.MOST_STAGES, "it has too many stages");
        require(baseline.stageTimes().size() <= Baseline.MOST_STAGES, "it has too many stage times");
        require(good(baseline.lines()) && Double.isFinite(baseline.gapMillis()), "its line counts make no sense");
        require(baseline.durations() != null, "it has no durations");
        Set<String> keys = new HashSet<>();
        for (KnownForm form : baseline.forms()) {
            require(form.key() != null && keys.add(form.key()), "a wording is there twice");
            require(
                    form.tokens() != null && form.tokens().size() <= MOST_TOKENS,
                    "a wording has no or too many tokens");
            for (String token : form.tokens()) {
                require(token == null || token.length() <= LONGEST_TOKEN, "a token is too long");
            }
            boolean finite = good(form.weight()) && good(form.most()) && good(form.position()) && good(form.churn());
            require(finite && Double.isFinite(form.gapMillis()), "a wording has numbers that make no sense");
        }
    }

    private static boolean good(double value) {
        return Double.isFinite(value) && value >= 0;
    }

    private static void require(boolean holds, String otherwise) throws IOException {
        if (!holds) {
            throw new IOException("The baseline of the log scan cannot be used: " + otherwise + ".");
        }
    }
}
