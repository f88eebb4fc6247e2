package io.jenkins.plugins.mlci.logscan.category;

import java.util.Arrays;
import java.util.List;

/** The plain way to tell a category, to be compared with: the one most of whose phrases stand in the cause lines. */
public final class KeywordRules {
    private KeywordRules() {}

    /** The category with most phrases; the one named first in {@link FailureCategory} where several have as many. */
    public static FailureCategory category(List<String> causeLines) {
        FailureCategory[] categories = FailureCategory.values();
        int[] counts = new int[categories.length];
        for (String line : causeLines.subList(0, Math.min(CategoryFeatures.MOST, causeLines.size()))) {
            int[] ofLine = CategoryPhrases.counts(new LowerText(line));
            Arrays.setAll(counts, i -> counts[i] + ofLine[i]);
        }
        FailureCategory best = FailureCategory.UNKNOWN;
        int most = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > most) {
                most = counts[i];
                best = categories[i];
            }
        }
        return best;
    }
}
