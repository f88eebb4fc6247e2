package io.jenkins.plugins.mlci.testselector.runner;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a text file so that a reader sees the old or the new content, never a part. */
final class AtomicFiles {
    private static final int MOST_WRITERS = 100;

    private AtomicFiles() {}

    static Path write(Path file, String text) throws IOException {
        Path part = create(file);
        try {
            Files.write(part, text.getBytes(StandardCharsets.UTF_8));
            move(part, file);
        } finally {
            Files.deleteIfExists(part);
        }
        return file;
    }

    /** Not a temporary file of the JDK: that one only its owner may read, and the runner may be another user in a container. */
    private static Path create(Path file) throws IOException {
        for (int i = 0; i < MOST_WRITERS; i++) {
            try {
                return Files.createFile(file.resolveSibling("." + file.getFileName() + "." + i + ".part"));
            } catch (FileAlreadyExistsException e) {
                // Another writer is at work, or was killed: the next name is free.
                continue;
            }
        }
        throw new IOException("Too many unfinished copies of " + file + ": delete the .part files beside it");
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
