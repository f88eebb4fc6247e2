package io.jenkins.plugins.mlci.plugin.shared.existing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jenkins.plugins.mlci.shared.model.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps the progress, so that a restarted Jenkins goes on. */
final class ProgressFile {
    private static final Logger LOGGER = Logger.getLogger(ProgressFile.class.getName());
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Path file;

    ProgressFile(Path file) {
        this.file = file;
    }

    /** What was kept last; {@link ImportProgress#NEVER} when there is nothing that can be read. */
    ImportProgress read() {
        try {
            ImportProgress progress = MAPPER.readValue(Files.readAllBytes(file), ImportProgress.class);
            return progress == null || progress.state() == null ? ImportProgress.NEVER : progress;
        } catch (NoSuchFileException e) {
            return ImportProgress.NEVER;
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "The progress in {0} cannot be read and is forgotten", file);
            return ImportProgress.NEVER;
        }
    }

    void write(ImportProgress progress) {
        try {
            AtomicFile.write(file, MAPPER.writeValueAsBytes(progress));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Numbers and strings are always JSON.", e);
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "The progress cannot be kept; after a restart it begins again", e);
        }
    }
}
