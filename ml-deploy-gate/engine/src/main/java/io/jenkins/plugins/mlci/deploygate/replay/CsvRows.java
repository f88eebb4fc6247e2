package io.jenkins.plugins.mlci.deploygate.replay;

import java.io.BufferedReader;
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
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** Reads CSV (RFC 4180), gzipped where the name ends in {@code .gz}, row by row. */
final class CsvRows {
    private CsvRows() {}

    /** Hands each row over by the names in the first. A row with too few cells has the empty string for the rest. */
    static void read(Path file, Consumer<Map<String, String>> row) throws IOException {
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<String> names = cells(reader);
            for (List<String> cells = cells(reader); !cells.isEmpty(); cells = cells(reader)) {
                Map<String, String> named = new HashMap<>();
                for (int i = 0; i < names.size(); i++) {
                    named.put(names.get(i), i < cells.size() ? cells.get(i) : "");
                }
                row.accept(named);
            }
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
