package io.jenkins.plugins.mlci.plugin.shared.build;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;

/** Records as compressed JSON in the folder of a build, beside {@code build.xml}, which stays small. Times are written in ISO 8601. */
public final class PackedJson {
    /** A file that is larger than this, unpacked, is not one of ours, where the caller knows no smaller limit. */
    private static final long MOST_BYTES = 512L << 20;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(Instant.class, ToStringSerializer.instance)
                    .addDeserializer(Instant.class, new InstantReader()))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private PackedJson() {}

    /**
     * Writes so that a reader sees the old or the new content, never half of it.
     *
     * @param file in a folder that exists
     */
    public static void write(Object record, Path file) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IOException("A file of a build needs a folder");
        }
        Path part = Files.createTempFile(parent, "ml", ".part");
        try {
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(part))) {
                JSON.writeValue(out, record);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /**
     * Reads a record; what it does not know is left out.
     *
     * @throws IOException with a sentence when the file is missing, damaged or of another version
     */
    public static <T> T read(Path file, Class<T> type) throws IOException {
        return read(file, type, MOST_BYTES);
    }

    /**
     * Reads a record, or JSON as a tree; what a record does not know is left out.
     *
     * @param type what is read; with {@link com.fasterxml.jackson.databind.node.ObjectNode} any JSON object
     * @param mostBytes a file that is larger than this, unpacked, is not read; positive
     * @throws IOException with a sentence when the file is missing, damaged, too large or of another version
     */
    public static <T> T read(Path file, Class<T> type, long mostBytes) throws IOException {
        if (!Files.exists(file)) {
            throw new IOException("The file " + file.getFileName() + " of this build is gone");
        }
        // Two resources, since a file that is no GZIP fails when it is opened to unpack.
        try (InputStream packed = Files.newInputStream(file);
                InputStream in = new LimitedStream(new GZIPInputStream(packed), mostBytes)) {
            T read = JSON.readValue(in, type);
            if (read == null) {
                throw new EOFException("it holds nothing");
            }
            return read;
        } catch (JsonProcessingException | IllegalArgumentException | ZipException | EOFException e) {
            throw new IOException(
                    "The file " + file.getFileName() + " of this build cannot be read: " + firstLine(e.getMessage()),
                    e);
        }
    }

    private static String firstLine(String text) {
        return text == null ? "" : text.lines().findFirst().orElse("");
    }
}
