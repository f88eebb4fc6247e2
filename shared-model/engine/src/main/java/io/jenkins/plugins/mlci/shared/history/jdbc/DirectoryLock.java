package io.jenkins.plugins.mlci.shared.history.jdbc;

import io.jenkins.plugins.mlci.shared.history.HistoryUnavailableException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A lock that one process at a time can have, and in it one owner. The operating system takes it back from a killed process. */
final class DirectoryLock {
    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @param refusal what to say when someone else has it
     */
    static DirectoryLock claim(Path file, String refusal) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean locked = false;
        try {
            FileLock lock = channel.tryLock();
            locked = lock != null;
        } catch (OverlappingFileLockException e) {
            locked = false;
        } finally {
            if (!locked) {
                channel.close();
            }
        }
        if (!locked) {
            throw new HistoryUnavailableException(refusal);
        }
        return new DirectoryLock(channel);
    }

    void release() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new HistoryUnavailableException("The lock of the history could not be given back: " + e, e);
        }
    }
}
