package io.jenkins.plugins.mlci.shared.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes files that are either complete or untouched, also when the machine stops in the middle. */
public final class AtomicFile {
    private AtomicFile() {}

    /** Replaces the file's content; its folder is made when needed. */
    public static void write(Path file, byte[] content) throws IOException {
        write(file, content, () -> {});
    }

    /** Something to do when the new content is safely written and about to take its place. */
    @FunctionalInterface
    interface Step {
        void run() throws IOException;
    }

    static void write(Path file, byte[] content, Step beforeReplacing) throws IOException {
        Path absolute = file.toAbsolutePath();
        Path folder = absolute.resolveSibling(".").normalize();
        Path temporary = absolute.resolveSibling(absolute.getFileName() + ".tmp");
        Files.createDirectories(folder);
        try {
            writeThrough(temporary, content);
            beforeReplacing.run();
            Files.move(temporary, absolute, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
        flushFolder(folder);
    }

    private static void writeThrough(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    /** Makes the renames durable; some systems cannot open a folder, and there is nothing more to do then. */
    private static void flushFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows: renames are durable without it.
            return;
        }
    }
}
