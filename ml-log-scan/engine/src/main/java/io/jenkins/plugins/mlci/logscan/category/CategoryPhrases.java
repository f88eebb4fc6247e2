package io.jenkins.plugins.mlci.logscan.category;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What tools say when a failure is of a kind, in lower case. Whatever the tool or language: compilers, test runners, package managers,
 * shells, kernels and CI servers all have their own words. One phrase is a hint and no proof; how much each counts is learned.
 */
final class CategoryPhrases {
    private static final String FILE = "phrases.txt";
    private static final Map<FailureCategory, List<String>> PHRASES = read();
    /** All phrases, category by category. */
    private static final PhraseIndex INDEX =
            new PhraseIndex(PHRASES.values().stream().flatMap(List::stream).toList());

    private static final FailureCategory[] CATEGORY_OF = PHRASES.entrySet().stream()
            .flatMap(entry -> entry.getValue().stream().map(phrase -> entry.getKey()))
            .toArray(FailureCategory[]::new);

    /** Lines beyond this many say nothing new. */
    private static final int LINES = 25;
    /** How fast a phrase counts less the further down it stands. */
    private static final double FADE = 6;
    /** Every failed test prints the words of the test runner, whatever made it fail. */
    private static final double TEST_WEIGHT = 0.6;

    private static final double TEST_MOST = 1.5;

    private CategoryPhrases() {}

    /** How much the phrases of each category, each counted once, speak for it; echoed commands are left out. */
    static Map<FailureCategory, Double> scores(List<String> causeLines) {
        List<LowerText> lines = causeLines.stream()
                .filter(line -> !line.startsWith("+ "))
                .limit(LINES)
                .map(LowerText::new)
                .toList();
        int[] firstLine = new int[CATEGORY_OF.length];
        Arrays.fill(firstLine, -1);
        for (int i = lines.size() - 1; i >= 0; i--) {
            for (int phrase : INDEX.in(lines.get(i))) {
                firstLine[phrase] = i;
            }
        }
        Map<FailureCategory, Double> scores = new EnumMap<>(FailureCategory.class);
        PHRASES.keySet().forEach(category -> scores.put(category, 0.0));
        for (int phrase = 0; phrase < firstLine.length; phrase++) {
            if (firstLine[phrase] >= 0) {
                scores.merge(CATEGORY_OF[phrase], 1 / (1 + firstLine[phrase] / FADE), Double::sum);
            }
        }
        scores.computeIfPresent(FailureCategory.TEST, (category, sum) -> Math.min(TEST_MOST, TEST_WEIGHT * sum));
        return scores;
    }

    /** One phrase a line, blanks at its ends included, below the key of its category in brackets. */
    private static Map<FailureCategory, List<String>> read() {
        Map<FailureCategory, List<String>> phrases = new EnumMap<>(FailureCategory.class);
        try (InputStream in = CategoryPhrases.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + FILE + " is missing.");
            }
            List<String> current = null;
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                String key = line.startsWith("[") && line.endsWith("]") ? line.substring(1, line.length() - 1) : "";
                if (FailureCategory.isKey(key)) {
                    current = new ArrayList<>();
                    phrases.put(FailureCategory.of(key), current);
                } else if (current != null) {
                    current.add(line);
                } else {
                    throw new IllegalStateException("The resource " + FILE + " begins without a category.");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The resource " + FILE + " cannot be read.", e);
        }
        return phrases;
    }

    /** The category of which a line has the most phrases; the given one where the line has any of it, or none at all. */
    static FailureCategory strongest(String line, FailureCategory given) {
        int[] counts = counts(new LowerText(line));
        FailureCategory strongest = given;
        if (counts[given.ordinal()] == 0) {
            for (FailureCategory category : FailureCategory.values()) {
                strongest = counts[category.ordinal()] > counts[strongest.ordinal()] ? category : strongest;
            }
        }
        return strongest;
    }

    /** How many phrases of each category stand in the text, by the ordinal of the category. */
    static int[] counts(LowerText text) {
        int[] counts = new int[FailureCategory.values().length];
        for (int phrase : INDEX.in(text)) {
            counts[CATEGORY_OF[phrase].ordinal()]++;
        }
        return counts;
    }
}
