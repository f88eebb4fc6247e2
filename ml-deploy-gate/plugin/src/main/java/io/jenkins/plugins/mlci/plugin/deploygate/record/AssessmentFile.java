package io.jenkins.plugins.mlci.plugin.deploygate.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hudson.util.AtomicFileWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The assessment of one gate as JSON, in a file beside the build, so that the build itself stays small. */
final class AssessmentFile {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final long MAX_BYTES = 2_000_000;

    private AssessmentFile() {}

    private static Path path(Path build, String id) {
        return build.resolve("ml-deploy-gate-" + id + ".json");
    }

    static void write(Path build, String id, JsonNode json) throws IOException {
        try (AtomicFileWriter writer = new AtomicFileWriter(path(build, id), StandardCharsets.UTF_8)) {
            try {
                writer.write(MAPPER.writeValueAsString(json));
                writer.commit();
            } finally {
                writer.abort();
            }
        }
    }

    /**
     * The assessment.
     *
     * @throws IOException with a sentence when the file is gone or damaged
     */
    static JsonNode read(Path build, String id) throws IOException {
        Path file = path(build, id);
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new IOException("The file of this assessment is too large to be one.");
            }
            JsonNode json = MAPPER.readTree(Files.readString(file));
            if (!json.isObject()) {
                throw new IOException("The file of this assessment is damaged.");
            }
            return json;
        } catch (NoSuchFileException e) {
            throw new IOException("The file of this assessment is gone.", e);
        } catch (JsonProcessingException e) {
            throw new IOException("The file of this assessment is damaged.", e);
        }
    }
}
