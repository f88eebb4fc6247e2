package io.jenkins.plugins.mlci.logscan.cause;

import io.jenkins.plugins.mlci.logscan.anomaly.LineText;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Which words a reader has seen. A line whose words were all shown tells little more, however probable it is; what is shown then covers
 * more of what went wrong.
 */
final class ShownWords {
    private final LineScanner scanner = new LineScanner();
    private final Set<Long> shown = new HashSet<>();
    private final Units units;
    private final long[][] words;

    /** Nothing of these units was shown yet. */
    ShownWords(Units units) {
        this.units = units;
        this.words = new long[units.all.size()][];
    }

    /** The line of this unit was shown. */
    void show(int unit) {
        for (long word : words(unit)) {
            shown.add(word);
        }
    }

    /** The share of the unit's words that were not shown; 0 for a unit without words. */
    double fresh(int unit) {
        long[] of = words(unit);
        int fresh = 0;
        for (long word : of) {
            fresh += shown.contains(word) ? 0 : 1;
        }
        return of.length == 0 ? 0 : (double) fresh / of.length;
    }

    private long[] words(int unit) {
        if (words[unit] == null) {
            LineText text = units.all.get(unit).line.content();
            LineSigns signs = scanner.scan(text.bytes(), 0, text.length());
            words[unit] = Arrays.stream(signs.wordHashes, 0, signs.wordCount)
                    .distinct()
                    .toArray();
        }
        return words[unit];
    }
}
