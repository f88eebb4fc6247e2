package io.jenkins.plugins.mlci.deploygate.replay;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Opens text files, gzipped or not by what is in them, whatever their names are, and names the file when it is damaged. */
final class CsvStream {
    private static final int BUFFER = 1 << 16;
    private static final int GZIP_1 = 0x1f;
    private static final int GZIP_2 = 0x8b;

    private CsvStream() {}

    /** A reader without a byte order mark; to be closed by the caller. */
    static BufferedReader open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        try {
            in.mark(2);
            boolean zipped = in.read() == GZIP_1 && in.read() == GZIP_2;
            in.reset();
            InputStream plain = zipped ? new GZIPInputStream(in, BUFFER) : in;
            BufferedReader reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8), BUFFER);
            reader.mark(1);
            if (reader.read() != '\uFEFF') {
                reader.reset();
            }
            return reader;
        } catch (EOFException | ZipException e) {
            in.close();
            throw damaged(file, e);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** What to throw when reading shows that the file is damaged. */
    static IOException damaged(Path file, IOException cause) {
        return new IOException(file.getFileName() + " breaks off or is damaged.", cause);
    }
}
