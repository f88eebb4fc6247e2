package io.jenkins.plugins.mlci.logscan.category;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
        Map<FailureCategory, Double> scores = new EnumMap<>(FailureCategory.class);
        PHRASES.forEach((category, phrases) -> {
            double sum = 0;
            for (String phrase : phrases) {
                for (int i = 0; i < lines.size(); i++) {
                    if (lines.get(i).contains(phrase)) {
                        sum += 1 / (1 + i / FADE);
                        break;
                    }
                }
            }
            scores.put(category, category == FailureCategory.TEST ? Math.min(TEST_MOST, TEST_WEIGHT * sum) : sum);
        });
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

    /** How many phrases of that category stand in the text. */
    static int count(FailureCategory category, LowerText text) {
        int count = 0;
        for (String phrase : PHRASES.getOrDefault(category, List.of())) {
            if (text.contains(phrase)) {
                count++;
            }
        }
        return count;
    }
}
