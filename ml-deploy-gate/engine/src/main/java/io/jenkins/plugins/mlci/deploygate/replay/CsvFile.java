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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Reads a CSV file with a header line, gzipped or not, line by line (RFC 4180, without line breaks inside a field). */
final class CsvFile implements AutoCloseable {
    private final Path file;
    private final BufferedReader reader;
    private final Map<String, Integer> columns = new HashMap<>();
    private final List<String> names;
    private List<String> fields = List.of();

    CsvFile(Path file) throws IOException {
        this.file = file;
        reader = new BufferedReader(new InputStreamReader(unpack(file), StandardCharsets.UTF_8), 1 << 16);
        if (!next()) {
            reader.close();
            throw new IOException(file.getFileName() + " is empty; a header line is expected.");
        }
        names = fields;
        for (int i = 0; i < names.size(); i++) {
            columns.put(names.get(i), i);
        }
    }

    private static InputStream unpack(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        try {
            in.mark(2);
            boolean zipped = in.read() == 0x1f && in.read() == 0x8b;
            in.reset();
            return zipped ? new GZIPInputStream(in, 1 << 16) : in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** The names of the columns in their order. */
    List<String> names() {
        return names;
    }

    boolean has(String column) {
        return columns.containsKey(column);
    }

    /** Moves to the next line; false at the end. */
    boolean next() throws IOException {
        try {
            String line = reader.readLine();
            if (line == null) {
                return false;
            }
            fields = split(line);
            return true;
        } catch (EOFException | ZipException e) {
            throw new IOException(file.getFileName() + " breaks off or is damaged.", e);
        }
    }

    /** The first of these columns that the file has, in this line; the empty string when there is none. */
    String text(String... candidates) {
        for (String column : candidates) {
            Integer index = columns.get(column);
            if (index != null) {
                return index < fields.size() ? fields.get(index) : "";
            }
        }
        return "";
    }

    /** The same as a number; NaN when it is missing or none. */
    double number(String... candidates) {
        return parse(text(candidates));
    }

    static double parse(String text) {
        if (text.isEmpty()) {
            return Double.NaN;
        }
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return text.equalsIgnoreCase("true") ? 1 : 0;
        }
        try {
            double value = Double.parseDouble(text);
            return Double.isFinite(value) ? value : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static List<String> split(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                boolean escaped = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
                if (escaped) {
                    cell.append('"');
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
