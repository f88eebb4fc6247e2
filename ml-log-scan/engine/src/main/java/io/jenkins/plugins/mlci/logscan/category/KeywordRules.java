package io.jenkins.plugins.mlci.logscan.category;

import java.util.List;

/** The plain way to tell a category, to be compared with: the one most of whose phrases stand in the cause lines. */
public final class KeywordRules {
    private KeywordRules() {}

    /** The category with most phrases; the one named first in {@link FailureCategory} where several have as many. */
    public static FailureCategory category(List<String> causeLines) {
        FailureCategory best = FailureCategory.UNKNOWN;
        int most = 0;
        for (FailureCategory category : FailureCategory.values()) {
            int count = 0;
            for (String line : causeLines.subList(0, Math.min(CategoryFeatures.MOST, causeLines.size()))) {
                count += CategoryPhrases.count(category, new LowerText(line));
            }
            if (count > most) {
                most = count;
                best = category;
            }
        }
        return best;
    }
}
