package io.jenkins.plugins.mlci.deploygate.replay;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;

/**
 * Reads a CSV file with a header line, gzipped or not, row by row (RFC 4180). A quoted field may have line breaks; a quote
 * that is never closed spoils its own line only.
 */
final class CsvFile implements AutoCloseable {
    /** A field with more lines than this is taken for one whose closing quote is missing. */
    private static final int MOST_LINES = 200;

    private final Path file;
    private final BufferedReader reader;
    private final Deque<String> putBack = new ArrayDeque<>();
    private final Map<String, Integer> columns = new HashMap<>();
    private List<String> names = List.of();
    private List<String> fields = List.of();
    private long linesRead;
    private long line;
    private boolean broken;

    CsvFile(Path file) throws IOException {
        this.file = file;
        reader = CsvStream.open(file);
        try {
            if (!next()) {
                throw new IOException(file.getFileName() + " is empty; a header line is expected.");
            }
        } catch (IOException e) {
            reader.close();
            throw e;
        }
        names = fields.stream().map(String::strip).toList();
        for (int i = 0; i < names.size(); i++) {
            columns.put(names.get(i), i);
        }
    }

    /** The names of the columns in their order. */
    List<String> names() {
        return names;
    }

    boolean has(String column) {
        return columns.containsKey(column);
    }

    /** Number of the line in which the current row begins; the header is line 1. */
    long line() {
        return line;
    }

    /** Whether a quote of the current row is never closed, so that its fields mean nothing. */
    boolean isBroken() {
        return broken;
    }

    /** Whether there is nothing in the current line. */
    boolean isBlank() {
        return fields.size() == 1 && fields.get(0).isBlank();
    }

    /** Moves to the next row; false at the end. */
    boolean next() throws IOException {
        String first = readLine();
        if (first == null) {
            return false;
        }
        line = linesRead;
        broken = false;
        fields = new ArrayList<>();
        if (!split(first, fields)) {
            broken = !joined(first);
        }
        return true;
    }

    /** Takes the lines that belong to a row whose first line ends within quotes; false when they make no row. */
    private boolean joined(String first) throws IOException {
        StringBuilder row = new StringBuilder(first);
        List<String> cells = new ArrayList<>();
        Deque<String> more = new ArrayDeque<>();
        boolean whole = false;
        while (!whole && more.size() < MOST_LINES) {
            String next = readLine();
            if (next == null) {
                break;
            }
            more.add(next);
            row.append('\n').append(next);
            whole = split(row, cells);
        }
        // With another number of fields, the quote that seemed to close one opened one of another row.
        if (whole && (names.isEmpty() || cells.size() == names.size())) {
            fields = cells;
            return true;
        }
        giveBack(more);
        return false;
    }

    private String readLine() throws IOException {
        try {
            String read = putBack.isEmpty() ? reader.readLine() : putBack.poll();
            linesRead += read == null ? 0 : 1;
            return read;
        } catch (EOFException | ZipException e) {
            throw CsvStream.damaged(file, e);
        }
    }

    private void giveBack(Deque<String> lines) {
        linesRead -= lines.size();
        while (!lines.isEmpty()) {
            putBack.addFirst(lines.pollLast());
        }
    }

    /** The first of these columns that the file has, in this row; the empty string when there is none. */
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

    /** Splits a row; false when it ends within quotes. A quote counts only where a field begins with it. */
    private static boolean split(CharSequence row, List<String> cells) {
        cells.clear();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        boolean begins = true;
        for (int i = 0; i < row.length(); i++) {
            char c = row.charAt(i);
            if (c == '"' && quoted) {
                boolean escaped = i + 1 < row.length() && row.charAt(i + 1) == '"';
                if (escaped) {
                    cell.append('"');
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"' && begins) {
                quoted = true;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
            begins = !quoted && (c == ',' || begins && c == ' ');
        }
        cells.add(cell.toString());
        return !quoted;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
