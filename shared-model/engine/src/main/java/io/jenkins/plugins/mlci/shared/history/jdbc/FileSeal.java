package io.jenkins.plugins.mlci.shared.history.jdbc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells whether the file of an embedded history is still the one that was closed here last. A file that was cut off or overwritten may
 * look to H2 like an older or an empty database, and would be made anew without a word.
 *
 * <p>While the history is open a file {@code history.open} lies beside it, else {@code history.closed}, which holds the length and the
 * checksum (CRC-32C) of what was closed. Both are changed so that a full disk or a killed process leaves the first one at most, which
 * promises nothing but that there is a history.
 */
final class FileSeal {
    private static final Logger LOGGER = LoggerFactory.getLogger(FileSeal.class);
    /** Of a longer file only this much at both ends is looked at, where H2 keeps what leads to the rest. */
    private static final int END_BYTES = 16 << 20;

    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final Path open;
    private final Path closed;

    /** @param file of the database; the seal lies beside it */
    FileSeal(Path directory, String name, Path file) {
        this.file = file;
        this.open = directory.resolve(name + ".open");
        this.closed = directory.resolve(name + ".closed");
    }

    /** What is wrong with the file, as the end of a sentence; empty when it is as it was closed, new, or was not closed. */
    Optional<String> doubt() throws IOException {
        if (!Files.exists(file) || !Files.exists(closed)) {
            return Optional.empty();
        }
        String sealed = Files.readString(closed).trim();
        String found = checksum();
        if (sealed.equals(found)) {
            return Optional.empty();
        }
        String bytes = sealed.split(" ", 2)[0];
        return Optional.of(String.format(
                Locale.ROOT,
                "its file is damaged and was left as it is: it is not the one that was closed here last (%s bytes then, %d now). Restore it"
                        + " from a backup, move it away to start anew, or, if you put it there yourself, delete %s beside it",
                bytes.matches("\\d+") ? bytes : "other",
                Files.size(file),
                closed.getFileName()));
    }

    /** Whether there is a history that was not closed: its process was killed, or the machine lost its power. */
    boolean wasLeftOpen() {
        return Files.exists(file) && Files.exists(open) && !Files.exists(closed);
    }

    /** From now on the file may change. */
    void breakOpen() throws IOException {
        if (Files.exists(closed)) {
            Files.move(closed, open, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** From now on there is a history. */
    void exists() {
        try {
            if (!Files.exists(open)) {
                Files.createFile(open);
            }
        } catch (IOException e) {
            // Without it a file that loses its tables is not found out. That is no reason not to work.
            LOGGER.debug("{} cannot be written", open, e);
        }
    }

    /** The file was closed and will not change. */
    void close() {
        Path draft = closed.resolveSibling(closed.getFileName() + ".new");
        try {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.writeString(draft, checksum() + "\n");
            Files.move(draft, closed, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            Files.deleteIfExists(open);
        } catch (IOException e) {
            LOGGER.debug("{} cannot be sealed and counts as not closed", file, e);
            forget(draft);
        }
    }

    private static void forget(Path draft) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            LOGGER.debug("{} cannot be deleted", draft, e);
        }
    }

    /** Length and checksum. */
    private String checksum() throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            CRC32C sum = new CRC32C();
            add(channel, 0, Math.min(size, END_BYTES), sum);
            add(channel, Math.max(END_BYTES, size - END_BYTES), size, sum);
            return size + " " + Long.toHexString(sum.getValue());
        }
    }

    private static void add(FileChannel channel, long from, long to, CRC32C sum) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        long at = from;
        while (at < to) {
            buffer.clear().limit((int) Math.min(BUFFER, to - at));
            int read = channel.read(buffer, at);
            if (read < 0) {
                return;
            }
            sum.update(buffer.flip());
            at += read;
        }
    }
}
