package io.jenkins.plugins.mlci.shared.csv;

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

/** Lines of a text file, gzipped or not by what is in it, whatever its name is. A damaged file is named. */
final class CsvStream implements AutoCloseable {
    private static final int BUFFER = 1 << 16;
    private static final int GZIP_1 = 0x1f;
    private static final int GZIP_2 = 0x8b;
    /** Spreadsheets on Windows begin a file in UTF-8 with it. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String name;
    private final BufferedReader reader;
    private long lines;

    /**
     * Opens a file.
     *
     * @param name of the file in what is thrown
     * @param onlyZipped whether a file that is not gzipped is refused
     */
    CsvStream(Path file, String name, boolean onlyZipped) throws IOException {
        this.name = name;
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        try {
            in.mark(2);
            boolean zipped = in.read() == GZIP_1 && in.read() == GZIP_2;
            in.reset();
            if (onlyZipped && !zipped) {
                throw new IOException(name + " is no gzip file.");
            }
            InputStream plain = zipped ? new GZIPInputStream(in, BUFFER) : in;
            reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8), BUFFER);
            reader.mark(1);
            if (reader.read() != BYTE_ORDER_MARK) {
                reader.reset();
            }
        } catch (EOFException | ZipException e) {
            in.close();
            throw new IOException(name + " breaks off or is damaged.", e);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** The next line; null at the end. */
    String read() throws IOException {
        try {
            String line = reader.readLine();
            lines += line == null ? 0 : 1;
            return line;
        } catch (EOFException | ZipException e) {
            throw new IOException(name + " breaks off or is damaged after line " + lines + ".", e);
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
