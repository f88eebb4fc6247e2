package io.jenkins.plugins.mlci.shared.csv;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a CSV file with a header line, gzipped or not, row by row (RFC 4180). A quoted field may have line breaks; a quote
 * that is never closed spoils its own line only. What is thrown names the file and, where there is one, the line.
 */
public final class CsvFile implements AutoCloseable {
    /** A field with more lines than this is taken for one whose closing quote is missing. */
    private static final int MOST_LINES = 200;

    private final String name;
    private final CsvStream stream;
    private final Deque<String> putBack = new ArrayDeque<>();
    private final Map<String, Integer> columns = new HashMap<>();
    private List<String> names = List.of();
    private List<String> fields = List.of();
    private long linesRead;
    private long line;
    private boolean broken;

    private CsvFile(String name, CsvStream stream) throws IOException {
        this.name = name;
        this.stream = stream;
        try {
            if (!next()) {
                throw new IOException(name + " is empty; a header line is expected.");
            }
        } catch (IOException e) {
            stream.close();
            throw e;
        }
        names = fields.stream().map(String::strip).toList();
        for (int i = 0; i < names.size(); i++) {
            columns.put(names.get(i), i);
        }
    }

    /**
     * Opens a file and reads its header.
     *
     * @throws IOException also when the file is empty
     */
    public static CsvFile open(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        return new CsvFile(name, new CsvStream(file, name, false));
    }

    /**
     * The same for a file of a folder of many, which must be gzipped, and is named with its whole path.
     *
     * @throws IOException also when the file is empty or is no gzip file
     */
    public static CsvFile openZipped(Path file) throws IOException {
        return new CsvFile(file.toString(), new CsvStream(file, file.toString(), true));
    }

    /** The names of a file's columns; none when it is empty. */
    public static List<String> header(Path file) throws IOException {
        try (CsvStream stream = new CsvStream(file, String.valueOf(file.getFileName()), false)) {
            String first = stream.read();
            List<String> cells = new ArrayList<>();
            if (first != null) {
                CsvCells.split(first, cells);
            }
            return cells.stream().map(String::strip).toList();
        }
    }

    /**
     * Demands columns without which the rows mean nothing.
     *
     * @throws IOException that names the first one that is missing; the file is closed then
     */
    public CsvFile requiring(String... needed) throws IOException {
        for (String column : needed) {
            if (!has(column)) {
                stream.close();
                throw new IOException(name + " lacks the column " + column + "; it has " + String.join(", ", names));
            }
        }
        return this;
    }

    /** The names of the columns in their order. */
    public List<String> names() {
        return names;
    }

    /** Whether the header names a column. */
    public boolean has(String column) {
        return columns.containsKey(column);
    }

    /** Number of the line in which the current row begins; the header is line 1. */
    public long line() {
        return line;
    }

    /** Whether a quote of the current row is never closed, so that its fields mean nothing. */
    public boolean isBroken() {
        return broken;
    }

    /** Whether there is nothing in the current line. */
    public boolean isBlank() {
        return fields.size() == 1 && fields.get(0).isBlank();
    }

    /** Moves to the next row; false at the end. */
    public boolean next() throws IOException {
        String first = readLine();
        if (first == null) {
            return false;
        }
        line = linesRead;
        broken = false;
        fields = new ArrayList<>(names.size());
        if (!CsvCells.split(first, fields)) {
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
            whole = CsvCells.split(row.toString(), cells);
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
        String read = putBack.isEmpty() ? stream.read() : putBack.poll();
        linesRead += read == null ? 0 : 1;
        return read;
    }

    private void giveBack(Deque<String> lines) {
        linesRead -= lines.size();
        while (!lines.isEmpty()) {
            putBack.addFirst(lines.pollLast());
        }
    }

    /** The first of these columns that the file has, in this row; the empty string when there is none. */
    public String text(String... candidates) {
        for (String column : candidates) {
            Integer index = columns.get(column);
            if (index != null) {
                return index < fields.size() ? fields.get(index) : "";
            }
        }
        return "";
    }

    /** The same as a number; NaN when it is missing or none. */
    public double number(String... candidates) {
        return parse(text(candidates));
    }

    /**
     * A column as a number; NaN when there is nothing in it.
     *
     * @throws IOException with the line when something else is in it
     */
    public double exactNumber(String column) throws IOException {
        String text = text(column);
        if (text.isEmpty()) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IOException(name + ", line " + line + ": column " + column + " holds no number: " + text, e);
        }
    }

    /**
     * A column as a whole number; what follows the decimal point is cut off.
     *
     * @param missing when there is nothing in it
     * @throws IOException with the line when something else is in it
     */
    public int wholeNumber(String column, int missing) throws IOException {
        return text(column).isEmpty() ? missing : (int) exactNumber(column);
    }

    /** A number, 1 and 0 for true and false; NaN for the rest, and for what is not finite. */
    public static double parse(String text) {
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

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
