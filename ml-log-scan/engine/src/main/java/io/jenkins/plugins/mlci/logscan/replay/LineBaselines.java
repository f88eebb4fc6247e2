package io.jenkins.plugins.mlci.logscan.replay;

import io.jenkins.plugins.mlci.logscan.anomaly.LineEvidence;
import io.jenkins.plugins.mlci.logscan.anomaly.LogEvidence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Known ways to pick lines, to be shown beside ours. */
final class LineBaselines {
    private static final int TAIL = 100;
    private static final double NEW = 0.5;
    private static final String[] KEYWORDS = {
        "error", "fail", "exception", "fatal", "panic", "cannot", "denied", "not found"
    };

    private LineBaselines() {}

    /** The lines that each picks, in the order of the log, or from the end where only the end counts. */
    static Map<String, List<Long>> lines(LogCase given, LogEvidence log) {
        Map<String, List<Long>> picks = new LinkedHashMap<>();
        List<Long> tail = new ArrayList<>();
        List<Long> keywords = new ArrayList<>();
        List<Long> fresh = new ArrayList<>();
        List<Long> both = new ArrayList<>();
        for (LineEvidence line : log.lines()) {
            long number = given.labels().newlines() ? line.newlineNumber() : line.number();
            boolean isNew = line.novelty() >= NEW;
            boolean word = hasKeyword(line.text());
            if (line.number() > log.total() - TAIL) {
                tail.add(number);
            }
            if (word) {
                keywords.add(number);
            }
            if (isNew) {
                fresh.add(number);
            }
            if (isNew && word) {
                both.add(number);
            }
        }
        picks.put("last 100 lines", tail);
        picks.put("keywords", keywords);
        if (log.goodBuilds() > 0) {
            picks.put("not in the good builds", fresh);
            picks.put("not in the good builds, and keyword", both);
        }
        return picks;
    }

    private static boolean hasKeyword(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (String word : KEYWORDS) {
            if (lower.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
