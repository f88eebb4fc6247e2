package io.jenkins.plugins.mlci.testselector.runner;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.jenkins.plugins.mlci.shared.history.TestId;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes the archive of a selection, {@code selection.json}: every test with its probability, expected time and reasons. */
public final class SelectionJson {
    private static final int FORMAT = 1;

    private SelectionJson() {}

    /**
     * One decision.
     *
     * @param policy the policy as the user wrote it, for example {@code confidence: 0.95}
     * @param modelVersion the version of the model that decided, or the empty string
     * @param all whether every test runs
     * @param reason one sentence that says why
     * @param selected tests that run, best first
     * @param skipped tests that do not run, best first
     */
    public record Selection(
            String policy, String modelVersion, boolean all, String reason, List<Entry> selected, List<Entry> skipped) {
        public Selection {
            selected = List.copyOf(selected);
            skipped = List.copyOf(skipped);
        }
    }

    /**
     * One test of a decision.
     *
     * @param test which test
     * @param probability probability that it fails, 0 to 1; NaN when unknown
     * @param seconds expected duration in seconds; NaN when unknown
     * @param reasons sentences that say why, the strongest first
     */
    public record Entry(TestId test, double probability, double seconds, List<String> reasons) {
        public Entry {
            reasons = List.copyOf(reasons);
        }
    }

    /** Writes the file so that a reader sees the old or the new content. */
    public static void write(Selection selection, Path file) throws IOException {
        Path target = file.toAbsolutePath().normalize();
        Path folder = target.getParent();
        if (folder == null) {
            throw new IOException("A selection needs a file name, not the root folder");
        }
        Files.createDirectories(folder);
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactoryBuilder()
                .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                .build()
                .createGenerator(text)) {
            json.writeStartObject();
            json.writeNumberField("format", FORMAT);
            json.writeStringField("policy", selection.policy());
            json.writeStringField("modelVersion", selection.modelVersion());
            json.writeBooleanField("all", selection.all());
            json.writeStringField("reason", selection.reason());
            entries(json, "selected", selection.selected());
            entries(json, "skipped", selection.skipped());
            json.writeEndObject();
        }
        AtomicFiles.write(target, text + "\n");
    }

    private static void entries(JsonGenerator json, String name, List<Entry> entries) throws IOException {
        json.writeArrayFieldStart(name);
        for (Entry entry : entries) {
            json.writeStartObject();
            json.writeStringField("suite", entry.test().suite());
            json.writeStringField("class", entry.test().className());
            json.writeStringField("name", entry.test().method());
            number(json, "probability", entry.probability());
            number(json, "seconds", entry.seconds());
            json.writeArrayFieldStart("reasons");
            for (String reason : entry.reasons()) {
                json.writeString(reason);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** JSON has no NaN: an unknown number is null. */
    private static void number(JsonGenerator json, String name, double value) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumberField(name, value);
        } else {
            json.writeNullField(name);
        }
    }
}
