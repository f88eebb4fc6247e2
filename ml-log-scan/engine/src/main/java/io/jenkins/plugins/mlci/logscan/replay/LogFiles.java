package io.jenkins.plugins.mlci.logscan.replay;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Files of a data set. */
final class LogFiles {
    private static final int MOST = 512 << 20;

    private LogFiles() {}

    /** All bytes of a file, decompressed when its name ends in {@code .gz}; at most 512 MiB. */
    static byte[] read(Path file) throws IOException {
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            return in.readNBytes(MOST);
        }
    }

    /** Folders within this one in which a file of that name lies, sorted. */
    static List<Path> foldersWith(Path root, String file, int depth) throws IOException {
        try (Stream<Path> found = Files.walk(root, depth)) {
            return found.filter(path -> path.endsWith(file))
                    .map(Path::getParent)
                    .sorted()
                    .toList();
        }
    }

    /** Files in this folder whose names end so, sorted. */
    static List<Path> ending(Path folder, String end) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(path -> path.getFileName().toString().endsWith(end))
                    .sorted()
                    .toList();
        }
    }
}
