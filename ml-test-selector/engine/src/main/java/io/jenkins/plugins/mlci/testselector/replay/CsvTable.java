package io.jenkins.plugins.mlci.testselector.replay;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Reads a gzipped CSV file with a header line by line (RFC 4180, without line breaks inside a field). */
final class CsvTable implements AutoCloseable {
    /** Spreadsheets on Windows begin a file in UTF-8 with it. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Path file;
    private final BufferedReader reader;
    private final Map<String, Integer> columns = new HashMap<>();
    private final List<String> fields = new ArrayList<>();
    private int line;

    CsvTable(Path file) throws IOException {
        this.file = file;
        this.reader = new BufferedReader(new InputStreamReader(unpack(file), StandardCharsets.UTF_8));
        if (!next()) {
            reader.close();
            throw new IOException(file + " is empty; a header line is expected");
        }
        if (fields.get(0).startsWith(BYTE_ORDER_MARK)) {
            fields.set(0, fields.get(0).substring(BYTE_ORDER_MARK.length()));
        }
        for (int i = 0; i < fields.size(); i++) {
            columns.put(fields.get(i), i);
        }
    }

    private static InputStream unpack(Path file) throws IOException {
        InputStream packed = Files.newInputStream(file);
        try {
            return new GZIPInputStream(packed, 1 << 16);
        } catch (IOException e) {
            packed.close();
            throw new IOException(file + " is no gzip file", e);
        }
    }

    /**
     * Demands columns without which the lines mean nothing.
     *
     * @throws IOException that names the first one that is missing
     */
    CsvTable requiring(String... names) throws IOException {
        for (String name : names) {
            if (!has(name)) {
                reader.close();
                throw new IOException(file + " lacks the column " + name + "; it has " + String.join(", ", fields));
            }
        }
        return this;
    }

    /** Moves to the next line; false at the end. */
    boolean next() throws IOException {
        String text;
        try {
            text = reader.readLine();
        } catch (EOFException | ZipException e) {
            throw new IOException(file + " breaks off or is damaged after line " + line, e);
        }
        line++;
        if (text == null) {
            return false;
        }
        split(text);
        return true;
    }

    boolean has(String column) {
        return columns.containsKey(column);
    }

    /** The field of this line, or the empty string where the line or the table has none. */
    String get(String column) {
        Integer index = columns.get(column);
        return index == null || index >= fields.size() ? "" : fields.get(index);
    }

    int getInt(String column, int missing) throws IOException {
        String text = get(column);
        if (text.isEmpty()) {
            return missing;
        }
        try {
            return (int) Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IOException(file + ", line " + line + ": column " + column + " holds no number: " + text, e);
        }
    }

    double getDouble(String column) throws IOException {
        String text = get(column);
        if (text.isEmpty()) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IOException(file + ", line " + line + ": column " + column + " holds no number: " + text, e);
        }
    }

    private void split(String text) {
        fields.clear();
        if (text.indexOf('"') < 0) {
            int start = 0;
            for (int comma = text.indexOf(','); comma >= 0; comma = text.indexOf(',', start)) {
                fields.add(text.substring(start, comma));
                start = comma + 1;
            }
            fields.add(text.substring(start));
            return;
        }
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                if (quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    field.append('"');
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
