package io.jenkins.plugins.mlci.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Results for programs. Map keys are sorted, so that equal results are equal files. */
final class JsonOutput {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private JsonOutput() {}

    /** JSON that is part of a larger result; what is none stays text. */
    static Object parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            return json;
        }
    }

    static void write(Object result, GlobalOptions options, CliEnvironment environment) throws IOException {
        String json = MAPPER.writeValueAsString(result);
        if (options.jsonToOutput()) {
            environment.out().println(json);
            return;
        }
        Path file = environment.directory().resolve(options.json()).toAbsolutePath();
        Path parent = file.getParent();
        if (parent == null || Files.isDirectory(file)) {
            throw new CommandException(
                    ExitCode.USAGE, "--json needs a file to write to, and " + file + " is a folder.");
        }
        Files.createDirectories(parent);
        // Written beside and moved, so that nobody reads half a file.
        Path written = parent.resolve("." + file.getFileName() + ".part");
        try {
            Files.write(written, (json + "\n").getBytes(StandardCharsets.UTF_8));
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(written);
        }
    }
}
