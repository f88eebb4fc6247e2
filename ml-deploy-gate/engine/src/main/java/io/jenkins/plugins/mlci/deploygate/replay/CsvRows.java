package io.jenkins.plugins.mlci.deploygate.replay;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipException;

/** Reads CSV (RFC 4180), gzipped or not, row by row. */
final class CsvRows {
    private CsvRows() {}

    /** Hands each row over by the names in the first. A row with too few cells has the empty string for the rest. */
    static void read(Path file, Consumer<Map<String, String>> row) throws IOException {
        try (BufferedReader reader = CsvStream.open(file)) {
            List<String> names = cells(reader);
            for (List<String> cells = cells(reader); !cells.isEmpty(); cells = cells(reader)) {
                Map<String, String> named = new HashMap<>();
                for (int i = 0; i < names.size(); i++) {
                    named.put(names.get(i), i < cells.size() ? cells.get(i) : "");
                }
                row.accept(named);
            }
        } catch (EOFException | ZipException e) {
            throw CsvStream.damaged(file, e);
        }
    }

    /** The cells of the next row; empty at the end. */
    private static List<String> cells(BufferedReader reader) throws IOException {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        int c = reader.read();
        if (c < 0) {
            return cells;
        }
        for (; c >= 0 && (quoted || c != '\n'); c = reader.read()) {
            if (c == '"') {
                reader.mark(1);
                if (quoted && reader.read() == '"') {
                    cell.append('"');
                } else {
                    if (quoted) {
                        reader.reset();
                    }
                    quoted = !quoted;
                }
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else if (c != '\r' || quoted) {
                cell.append((char) c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
