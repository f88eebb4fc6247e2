package io.jenkins.plugins.mlci.plugin.logscan.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Keeps a scan in the folder of its build, as compressed JSON beside {@code build.xml}, which stays small. */
public final class ReportFile {
    /** The name of the file. */
    public static final String NAME = "ml-log-scan.json.gz";

    /** A file that is larger than this, unpacked, is not one of ours. */
    private static final int MOST_BYTES = 32 << 20;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private ReportFile() {}

    /** Writes so that a reader sees the old or the new content, never half of it. */
    public static void write(ScanReport report, Path folder) throws IOException {
        Path part = Files.createTempFile(folder, "ml-log-scan", ".part");
        try {
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(part))) {
                JSON.writeValue(out, report);
            }
            Files.move(part, folder.resolve(NAME), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /**
     * Reads a scan.
     *
     * @throws IOException with a sentence when the file is missing, damaged or of another version
     */
    public static ScanReport read(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            throw new IOException("The file " + NAME + " of this build is gone");
        }
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            byte[] json = in.readNBytes(MOST_BYTES + 1);
            if (json.length > MOST_BYTES) {
                throw new IOException("The file " + NAME + " of this build is too large to be a scan");
            }
            return JSON.readValue(json, ScanReport.class);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new IOException("The file " + NAME + " of this build cannot be read: " + firstLine(e), e);
        }
    }

    private static String firstLine(Exception e) {
        return e.getMessage() == null ? "" : e.getMessage().lines().findFirst().orElse("");
    }
}
