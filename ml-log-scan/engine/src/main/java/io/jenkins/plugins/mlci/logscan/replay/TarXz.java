package io.jenkins.plugins.mlci.logscan.replay;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.tukaani.xz.XZInputStream;

/** Reads files out of a {@code .tar.xz} archive: plain POSIX (ustar) and GNU long names, nothing is written to disk. */
final class TarXz {
    private static final int BLOCK = 512;
    private static final int MOST = 256 << 20;

    private TarXz() {}

    /** Hands each wanted file of the archive to the consumer. */
    static void read(Path archive, Predicate<String> wanted, BiConsumer<String, byte[]> files) throws IOException {
        try (InputStream raw = Files.newInputStream(archive);
                InputStream in = new XZInputStream(raw, 1 << 17)) {
            byte[] header = new byte[BLOCK];
            String longName = null;
            while (in.readNBytes(header, 0, BLOCK) == BLOCK && header[0] != 0) {
                long size = octal(header, 124, 12);
                if (size < 0 || size > MOST) {
                    throw new IOException(
                            archive + " holds a file of " + size + " bytes; at most " + MOST + " are read");
                }
                byte type = header[156];
                String name = longName != null ? longName : name(header);
                longName = null;
                boolean file = type == '0' || type == 0;
                if (type == 'L') {
                    longName = text(content(in, size), 0, (int) size);
                } else if (file && wanted.test(name)) {
                    files.accept(name, content(in, size));
                } else {
                    in.skipNBytes(padded(size));
                }
            }
        }
    }

    private static byte[] content(InputStream in, long size) throws IOException {
        byte[] bytes = in.readNBytes((int) size);
        if (bytes.length < size) {
            throw new EOFException("The archive breaks off.");
        }
        in.skipNBytes(padded(size) - size);
        return bytes;
    }

    private static long padded(long size) {
        return (size + BLOCK - 1) / BLOCK * BLOCK;
    }

    private static String name(byte[] header) {
        String prefix = header[257] == 'u' && header[263] == '0' ? text(header, 345, 155) : "";
        String name = text(header, 0, 100);
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    private static String text(byte[] bytes, int from, int most) {
        int end = from;
        while (end < from + most && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, from, end - from, StandardCharsets.UTF_8);
    }

    private static long octal(byte[] bytes, int from, int length) {
        long value = 0;
        for (int i = from; i < from + length; i++) {
            if (bytes[i] >= '0' && bytes[i] <= '7') {
                value = value * 8 + bytes[i] - '0';
            }
        }
        return value;
    }
}
