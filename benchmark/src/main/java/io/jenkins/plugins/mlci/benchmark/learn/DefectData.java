package io.jenkins.plugins.mlci.benchmark.learn;

import io.jenkins.plugins.mlci.shared.feature.Feature;
import io.jenkins.plugins.mlci.shared.feature.FeatureSchema;
import io.jenkins.plugins.mlci.shared.feature.FeatureTableBuilder;
import io.jenkins.plugins.mlci.shared.learn.TrainingSet;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** Changes with and without defects, oldest first, from the public just-in-time defect data. */
final class DefectData {
    private static final Set<String> TIMES = Set.of("date", "commitdate", "author_date", "author_date_unix_timestamp");
    private static final Set<String> LABELS = Set.of("bug", "buggy", "contains_bug");
    private static final Set<String> FEATURES = Set.of(
            "ns",
            "nd",
            "nf",
            "nm",
            "entropy",
            "entrophy",
            "ent",
            "la",
            "ld",
            "lt",
            "fix",
            "ndev",
            "pd",
            "npt",
            "age",
            "nuc",
            "exp",
            "rexp",
            "sexp",
            "aexp",
            "arexp",
            "asexp");

    private DefectData() {}

    /** All files below the folders {@code risk/jit-*}, by name. */
    static List<Path> files(Path data) throws IOException {
        try (var walk = Files.walk(data.resolve("risk"), 2)) {
            return walk.filter(file -> file.getParent().getFileName().toString().startsWith("jit-"))
                    .filter(file -> file.toString().matches(".*\\.csv(\\.gz)?"))
                    .sorted()
                    .toList();
        }
    }

    /** The rows of a file in time order; null where it has not the columns of this data. */
    static TrainingSet read(Path file) throws IOException {
        List<String[]> lines = lines(file);
        String[] header = lines.get(0);
        int time = indexOf(header, TIMES);
        int label = indexOf(header, LABELS);
        if (time < 0 || label < 0) {
            return null;
        }
        List<String[]> rows = new ArrayList<>(lines.subList(1, lines.size()));
        rows.removeIf(row -> row.length != header.length);
        rows.sort(Comparator.comparing(row -> sortable(row[time])));
        List<Integer> used = new ArrayList<>();
        for (int i = 0; i < header.length; i++) {
            if (FEATURES.contains(header[i])) {
                used.add(i);
            }
        }
        FeatureSchema schema = new FeatureSchema(
                "defects",
                1,
                used.stream()
                        .map(i -> Feature.of(header[i], "units", header[i]))
                        .toList());
        FeatureTableBuilder table = new FeatureTableBuilder(schema, rows.size());
        double[] labels = new double[rows.size()];
        for (int row = 0; row < labels.length; row++) {
            String[] values = rows.get(row);
            table.add(used.stream().mapToDouble(i -> number(values[i])).toArray());
            labels[row] = number(values[label]) > 0 ? 1 : 0;
        }
        return TrainingSet.of(table.build(), labels);
    }

    private static int indexOf(String[] header, Set<String> names) {
        for (int i = 0; i < header.length; i++) {
            if (names.contains(header[i])) {
                return i;
            }
        }
        return -1;
    }

    /** Seconds since 1970, or year, month, day, hour and minute without leading zeros: every number gets the same length. */
    private static String sortable(String time) {
        StringBuilder sortable = new StringBuilder();
        for (String number : time.split("\\D+")) {
            sortable.append("0".repeat(Math.max(0, 12 - number.length()))).append(number);
        }
        return sortable.toString();
    }

    private static double number(String text) {
        return switch (text) {
            case "", "NA", "nan" -> Double.NaN;
            case "True", "TRUE", "true" -> 1;
            case "False", "FALSE", "false" -> 0;
            default -> Double.parseDouble(text);
        };
    }

    private static List<String[]> lines(Path file) throws IOException {
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(line -> Arrays.stream(line.split(",", -1))
                            .map(cell -> cell.replace("\"", "").trim())
                            .toArray(String[]::new))
                    .toList();
        }
    }
}
