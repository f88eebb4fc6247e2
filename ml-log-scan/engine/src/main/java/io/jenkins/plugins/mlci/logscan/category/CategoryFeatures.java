package io.jenkins.plugins.mlci.logscan.category;

import io.jenkins.plugins.mlci.logscan.cause.LineScanner;
import io.jenkins.plugins.mlci.logscan.cause.LineShape;
import io.jenkins.plugins.mlci.logscan.cause.LineSigns;
import io.jenkins.plugins.mlci.logscan.cause.WordGroup;
import io.jenkins.plugins.mlci.shared.feature.Feature;
import io.jenkins.plugins.mlci.shared.feature.FeatureSchema;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the category of a failure is told from: phrases, words and shapes of the lines that state its cause, and their hashed words. */
final class CategoryFeatures {
    /** The lines that say most. */
    private static final int FIRST = 4;
    /** Lines beyond this many say nothing new. */
    static final int MOST = 60;

    private static final int HASHED = 96;
    private static final FailureCategory[] KINDS = FailureCategory.values();
    private static final WordGroup[] GROUPS = WordGroup.values();
    private static final LineShape[] SHAPES = LineShape.values();

    static final FeatureSchema SCHEMA = schema();

    private CategoryFeatures() {}

    /** One row. */
    static double[] row(List<String> causeLines) {
        List<String> lines = causeLines.size() > MOST ? causeLines.subList(0, MOST) : causeLines;
        double[] row = new double[SCHEMA.size()];
        int kinds = KINDS.length - 1;
        LineScanner scanner = new LineScanner();
        for (int i = 0; i < lines.size(); i++) {
            LowerText lower = new LowerText(lines.get(i));
            int[] counts = CategoryPhrases.counts(lower);
            for (int kind = 0; kind < kinds; kind++) {
                int hits = Math.min(3, counts[KINDS[kind].ordinal()]);
                row[kind] += i == 0 ? hits : 0;
                row[kinds + kind] += i < FIRST ? hits : 0;
                row[2 * kinds + kind] += hits;
            }
            byte[] bytes = lines.get(i).getBytes(StandardCharsets.UTF_8);
            LineSigns signs = scanner.scan(bytes, 0, bytes.length);
            int at = 3 * kinds;
            for (WordGroup group : GROUPS) {
                row[at++] += group.in(signs.groups()) ? weight(i) : 0;
            }
            for (LineShape shape : SHAPES) {
                row[at++] += shape.in(signs.shapes()) ? weight(i) : 0;
            }
            addWords(lower.text(), weight(i), row, at);
        }
        for (int f = kinds; f < row.length; f++) {
            row[f] = Math.log1p(row[f]);
        }
        return row;
    }

    /** Adds the weight where the hash of each word of three letters or more falls. The hash is that of {@link String#hashCode()}. */
    private static void addWords(String text, double weight, double[] row, int at) {
        int hash = 0;
        int length = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            if (c >= 'a' && c <= 'z') {
                hash = 31 * hash + c;
                length++;
            } else {
                if (length > 2) {
                    row[at + Math.floorMod(hash * 0x9E3779B1 >>> 7, HASHED)] += weight;
                }
                hash = 0;
                length = 0;
            }
        }
    }

    private static double weight(int line) {
        return 1.0 / (1 + line / (double) FIRST);
    }

    private static FeatureSchema schema() {
        List<Feature> features = new ArrayList<>();
        String[] where = {"head", "first", "all"};
        for (String place : where) {
            for (int kind = 0; kind < KINDS.length - 1; kind++) {
                add(
                        features,
                        place + "_" + KINDS[kind].key(),
                        "phrases of that category in the cause lines (" + place + ")");
            }
        }
        for (WordGroup group : GROUPS) {
            add(features, "word_" + group.name().toLowerCase(Locale.ROOT), "words of this group in the cause lines");
        }
        for (LineShape shape : SHAPES) {
            add(features, "shape_" + shape.name().toLowerCase(Locale.ROOT), "cause lines of this shape");
        }
        for (int i = 0; i < HASHED; i++) {
            add(features, "hashed_" + i, "words of the cause lines whose hash falls here");
        }
        return new FeatureSchema("log-category", 3, features);
    }

    private static void add(List<Feature> features, String name, String meaning) {
        features.add(new Feature(name, "log count", meaning, false));
    }
}
