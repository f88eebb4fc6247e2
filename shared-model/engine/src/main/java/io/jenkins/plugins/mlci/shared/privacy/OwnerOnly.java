package io.jenkins.plugins.mlci.shared.privacy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** Files that only their owner may read and write, mode 0600, where the file system knows modes. */
final class OwnerOnly {
    private static final Set<PosixFilePermission> MODE =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private OwnerOnly() {}

    /** Writes a file as a whole or not at all. It is never open to others, not even for a moment. */
    static void write(Path file, byte[] content) {
        Path directory = file.resolveSibling(".").normalize().toAbsolutePath();
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.createDirectories(directory);
            Files.deleteIfExists(part);
            FileAttribute<?>[] mode = knowsModes(directory)
                    ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(MODE)}
                    : new FileAttribute<?>[0];
            try (FileChannel channel =
                    FileChannel.open(part, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mode)) {
                ByteBuffer rest = ByteBuffer.wrap(content);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new PrivacyException("The key file " + file + " cannot be written: " + e, e);
        }
    }

    /** Refuses a file that is missing or that others may read or write. */
    static void check(Path file) {
        try {
            if (knowsModes(file)) {
                Set<PosixFilePermission> mode = Files.getPosixFilePermissions(file);
                if (!MODE.containsAll(mode)) {
                    throw new PrivacyException("The key file " + file + " is open to others ("
                            + PosixFilePermissions.toString(mode) + "). Make it readable by its owner alone, mode 600");
                }
            }
        } catch (NoSuchFileException e) {
            throw new PrivacyException("There is no key file " + file + ": create one first", e);
        } catch (IOException e) {
            throw new PrivacyException("The key file " + file + " cannot be read: " + e, e);
        }
    }

    private static boolean knowsModes(Path path) {
        return Files.getFileAttributeView(path, PosixFileAttributeView.class) != null;
    }
}
